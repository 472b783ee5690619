import type { Task, TaskParameter } from "@/catalog/tasks/schema";

import { isRecord } from "./is-record";
import { wireOf } from "./wire/wire";

export type ParameterValue = string | number | boolean | null | string[] | { [name: string]: unknown };
/** What is sent beside the input; a parameter that is not in it is not sent. */
export type Parameters = Record<string, ParameterValue>;

/**
 * All labels are more telling than the best one, and whole entities than word pieces. Transformers know `top_k` for
 * text classification since 4.20; an older container would refuse it. OpenAI's completions end after 16 tokens, in the
 * middle of a sentence.
 */
export function startParameters(task: Task | null, image: string | null): Parameters {
  if (wireOf(task) === "completions") return { max_tokens: 100 };
  if (!transformersAtLeast(image, 4, 20)) return {};
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
  if (value === undefined || value === null) return null;
  const wanted = wantedType(parameter, value);
  if (wanted) return `Use ${wanted}.`;
  if (typeof value !== "number") return null;
  if (parameter.type === "integer" && !Number.isInteger(value)) return "Use a whole number.";
  if (parameter.min !== null && value < parameter.min) return `Use ${parameter.min} or more.`;
  if (parameter.max !== null && value > parameter.max) return `Use ${parameter.max} or less.`;
  return null;
}

/** What a value ought to be in place of what it is; null when it fits. */
function wantedType({ type, values }: TaskParameter, value: ParameterValue): string | null {
  switch (type) {
    case "integer":
    case "number":
      return typeof value === "number" ? null : "a number";
    case "boolean":
      return typeof value === "boolean" ? null : "true or false";
    case "enum":
      return values?.some((choice) => choice === value) ? null : `one of ${values?.join(", ")}`;
    case "string":
      return typeof value === "string" ? null : "a text";
    case "string[]":
      // The containers take one text with commas as well.
      return typeof value === "string" || Array.isArray(value) ? null : "a list of texts";
    case "object":
      return isRecord(value) ? null : "a JSON object";
  }
}

/** The parameters that are set though the task's form has no field for them: they come from JSON. */
export function unknownParameters(task: Task, parameters: Parameters): string[] {
  const known = new Set(task.parameters.map((row) => row.name));
  return Object.keys(parameters).filter((name) => !known.has(name));
}

/** The first parameter that cannot be sent, with the reason; null when all can. */
export function parametersError(task: Task | null, parameters: Parameters): string | null {
  for (const parameter of task?.parameters ?? []) {
    const error = parameterError(parameter, parameters[parameter.name]);
    if (error) return `${parameter.name}: ${error}`;
  }
  return null;
}

/** Transformers refuses a `temperature` of 2, which Python reads as an integer: a fraction stays one, as 2.0. */
export function parametersJson(task: Task | null, parameters: Parameters): string {
  const isFraction = (name: string) => task?.parameters.some((row) => row.name === name && row.type === "number");
  const members = Object.entries(parameters).map(([name, value]) => {
    const json = JSON.stringify(value);
    return `${JSON.stringify(name)}:${isFraction(name) && /^-?\d+$/.test(json) ? `${json}.0` : json}`;
  });
  return `{${members.join(",")}}`;
}
