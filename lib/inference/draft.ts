import type { InputKind, Task } from "@/catalog/tasks/schema";

import { emptyInput, type Input, inputForm } from "./inputs/registry";
import { isRecord } from "./is-record";
import { type Parameters, startParameters } from "./parameters";

/** What a person has filled in so far. */
export type Draft = {
  mode: "form" | "json";
  input: Input;
  /** A parameter that is not in it is not sent. */
  parameters: Parameters;
  json: string;
  /** Whether anything was filled in yet: an empty form needs no reproach. */
  isTouched: boolean;
};

/** Kinds of input whose fields are drawn; every other one is asked by JSON. */
const DRAWN = new Set<InputKind>(["text"]);

/** Whether a form is drawn for the task; without one it is asked by JSON, as is a model whose task is not known. */
export function hasForm(task: Task | null): task is Task {
  return task !== null && DRAWN.has(task.inputKind);
}

/** An empty form for a task; one without a form starts with its example as JSON. */
export function newDraft(task: Task | null, image: string | null): Draft {
  return {
    mode: hasForm(task) ? "form" : "json",
    input: emptyInput(task?.inputKind ?? "text"),
    parameters: startParameters(task, image),
    json: exampleJson(task),
    isTouched: false,
  };
}

/** The task's example that is JSON, laid out for reading. */
export function exampleJson(task: Task | null): string {
  const example = task?.examples.find((row) => row.contentType === "application/json");
  return JSON.stringify(example?.body ?? { inputs: "" }, null, 2);
}

/** A draft that would send a JSON body again; in the form where the form can show it, else as JSON. */
export function draftFromBody(task: Task | null, body: string): Draft {
  const asJson: Draft = { ...newDraft(task, null), mode: "json", json: pretty(body), isTouched: true };
  const form = hasForm(task) ? readForm(task, body) : null;
  return form ? { ...asJson, ...form, mode: "form" } : asJson;
}

function readForm(task: Task, body: string): Pick<Draft, "input" | "parameters"> | null {
  const value: unknown = JSON.parse(body);
  if (!isRecord(value)) return null;
  const { inputs, parameters = {}, ...others } = value;
  if (Object.keys(others).length > 0 || !isRecord(parameters)) return null;
  const read = inputForm(task.inputKind).read(inputs, parameters as Parameters, task);
  return read && { input: { kind: task.inputKind, value: read.value } as Input, parameters: read.parameters };
}

/** JSON laid out for reading; any other text as it is. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
