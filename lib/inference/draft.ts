import type { Task, TaskParameter } from "@/catalog/tasks/schema";
import { firstExample } from "@/catalog/tasks/select";

export type ParameterValue = string | number | boolean | null | string[];
export type Parameters = Record<string, ParameterValue>;

/** What a person has typed so far. A parameter that is not in `parameters` is not sent. */
export type Draft = {
  mode: "form" | "json";
  text: string;
  /** Each line of `text` is an input of its own. */
  isBatch: boolean;
  parameters: Parameters;
  json: string;
};

/** Tasks whose form is drawn for people; every other one is asked by JSON. */
const FORM_TASKS = new Set(["text-classification", "sentiment-analysis", "token-classification", "text-generation"]);
const BATCH_TASKS = new Set(["text-classification", "sentiment-analysis", "token-classification"]);

export function hasForm(task: Task | null): boolean {
  return task !== null && FORM_TASKS.has(task.id);
}

export function allowsBatch(task: Task | null): boolean {
  return task !== null && BATCH_TASKS.has(task.id);
}

/** An empty form for a task; a task without a form starts with its example as JSON. */
export function newDraft(task: Task | null, image: string | null): Draft {
  return {
    mode: hasForm(task) ? "form" : "json",
    text: "",
    isBatch: false,
    parameters: startParameters(task, image),
    json: exampleJson(task),
  };
}

/** The task's example that is JSON, laid out for reading. */
export function exampleJson(task: Task | null): string {
  const example = task?.examples.find((row) => row.contentType === "application/json");
  return JSON.stringify(example?.body ?? { inputs: "" }, null, 2);
}

/** The example text of a task with a form. */
export function exampleText(task: Task): string {
  const { body } = firstExample(task);
  const inputs = body && typeof body === "object" && !Array.isArray(body) ? body.inputs : null;
  return typeof inputs === "string" ? inputs.replace(/\s+/g, " ") : "";
}

/**
 * All labels are more telling than the best one, and whole entities than word pieces. Transformers know `top_k` for
 * text classification since 4.20; an older container would refuse it.
 */
function startParameters(task: Task | null, image: string | null): Parameters {
  const isRecent = transformersAtLeast(image, 4, 20);
  if (!isRecent) return {};
  if (task?.view === "score-bars" && task.inputKind === "text")
    return hasParameter(task, "top_k") ? { top_k: null } : {};
  if (task?.id === "token-classification") return { aggregation_strategy: "simple" };
  return {};
}

function hasParameter(task: Task, name: string): boolean {
  return task.parameters.some((parameter) => parameter.name === name && parameter.isNullable);
}

function transformersAtLeast(image: string | null, major: number, minor: number): boolean {
  const found = /transformers(\d+)\.(\d+)/.exec(image ?? "");
  if (!found) return false;
  const [, foundMajor, foundMinor] = found.map(Number);
  return (foundMajor ?? 0) > major || ((foundMajor ?? 0) === major && (foundMinor ?? 0) >= minor);
}

/** What a person typed for a parameter as the value that is sent; undefined: leave it out. */
export function parseParameter(parameter: TaskParameter, typed: string): ParameterValue | undefined {
  if (typed.trim() === "") return undefined;
  switch (parameter.type) {
    case "integer":
    case "number":
      return Number.isFinite(Number(typed)) ? Number(typed) : undefined;
    case "boolean":
      return typed === "true";
    case "enum":
      return parameter.values?.find((value) => String(value) === typed) ?? undefined;
    case "string[]":
      return typed
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean);
    default:
      return typed;
  }
}

/** Why a value cannot be sent, for its field; null when it can. */
export function parameterError(parameter: TaskParameter, value: ParameterValue | undefined): string | null {
  if (typeof value !== "number") return null;
  if (parameter.type === "integer" && !Number.isInteger(value)) return "Use a whole number.";
  if (parameter.min !== null && value < parameter.min) return `Use ${parameter.min} or more.`;
  if (parameter.max !== null && value > parameter.max) return `Use ${parameter.max} or less.`;
  return null;
}

/** A draft that would send `body` again; in the form where the form can show it, else as JSON. */
export function draftFromBody(task: Task | null, body: string): Draft {
  const asJson: Draft = { ...newDraft(task, null), mode: "json", json: pretty(body) };
  if (!hasForm(task)) return asJson;
  const { inputs, parameters = {}, ...rest } = JSON.parse(body) as { inputs?: unknown; parameters?: Parameters };
  if (Object.keys(rest).length > 0) return asJson;
  if (typeof inputs === "string") return { ...asJson, mode: "form", text: inputs, parameters };
  const isLines = Array.isArray(inputs) && inputs.every((line) => typeof line === "string" && !line.includes("\n"));
  if (!isLines || !allowsBatch(task)) return asJson;
  return { ...asJson, mode: "form", text: inputs.join("\n"), isBatch: true, parameters };
}

/** JSON laid out for reading; any other text as it is. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
