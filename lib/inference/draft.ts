import type { Task } from "@/catalog/tasks/schema";

import { emptyInput, type Input, inputForm } from "./inputs/registry";
import { isRecord } from "./is-record";
import { type Parameters, startParameters } from "./parameters";
import { pretty } from "./pretty-json";
import { renamed, unwrapBody, writeBody } from "./wire/body";
import { takesSeveral, type WiredTask, wireOf } from "./wire/wire";

/** What a person has filled in so far. */
export type Draft = {
  mode: "form" | "json";
  input: Input;
  /** A parameter that is not in it is not sent. */
  parameters: Parameters;
  json: string;
  /** The JSON that the form stands for: as long as nobody changed it, going back to the form loses nothing. */
  formJson: string | null;
  /** Whether anything was filled in yet: an empty form needs no reproach. */
  isTouched: boolean;
};

/** What a form holds. */
export type Filled = Pick<Draft, "input" | "parameters">;

/** An empty form for a task; a model whose task is not known is asked by JSON. */
export function newDraft(task: Task | null, image: string | null): Draft {
  return {
    mode: task ? "form" : "json",
    input: emptyInput(task?.inputKind ?? "text"),
    parameters: startParameters(task, image),
    json: '{\n  "inputs": ""\n}',
    formJson: null,
    isTouched: false,
  };
}

/** The task's example that is JSON, in the words of the container that is asked, laid out for reading. */
export function exampleJson(task: Task | null): string {
  const example = task?.examples.find((row) => row.contentType === "application/json");
  const body = JSON.stringify(example?.body ?? { inputs: "" }, null, 2);
  const read = task && wireOf(task) !== "pipeline" ? readExample(task, body) : null;
  return read?.ok ? pretty(formBody(task, read.filled)) : body;
}

/** What a form would hold for an example: those are written for pipelines, whatever asks for them. */
export function readExample(task: Task, body: string): Read {
  if (wireOf(task) === "pipeline") return readForm(task, body);
  const plain: WiredTask = { ...task, wire: "pipeline" };
  const read = readForm(plain, body);
  if (!read.ok) return read;
  const parameters = { ...startParameters(task, null), ...renamed(task, read.filled.parameters) };
  return { ok: true, filled: { ...read.filled, parameters } };
}

/** The JSON body that a form stands for, whether or not it can be sent yet; on one line. */
export function formBody(task: Task | null, { input, parameters }: Filled): string {
  const written = inputForm(input.kind).write(input.value, task);
  return writeBody(task, written.inputs, { ...written.parameters, ...parameters });
}

/** The form of a draft as JSON to edit. */
export function toJson(task: Task | null, draft: Draft): Draft {
  const json = pretty(formBody(task, draft));
  return { ...draft, mode: "json", json, formJson: json };
}

/** The JSON of a draft in its form, or why the form cannot show it: then it stays JSON. */
export function toForm(task: Task | null, draft: Draft): { ok: true; draft: Draft } | { ok: false; reason: string } {
  if (!task) return { ok: false, reason: "Choose a task to have a form for it." };
  if (draft.json === draft.formJson) return { ok: true, draft: { ...draft, mode: "form" } };
  const read = readForm(task, draft.json);
  return read.ok ? { ok: true, draft: { ...draft, ...read.filled, mode: "form" } } : read;
}

/** A draft that would send a JSON body again; in the form where the form can show it, else as JSON. */
export function draftFromBody(task: Task | null, body: string): Draft {
  const asJson: Draft = { ...newDraft(task, null), mode: "json", json: pretty(body), isTouched: true };
  const form = toForm(task, { ...asJson, json: body });
  return form.ok ? { ...form.draft, json: asJson.json } : asJson;
}

type Read = { ok: true; filled: Filled } | { ok: false; reason: string };

/** What a form would hold for a JSON body, or which part of the body it has no place for. */
export function readForm(task: Task, body: string): Read {
  const value = parse(body);
  if (!isRecord(value)) return { ok: false, reason: "The form takes a JSON object." };
  const unwrapped = unwrapBody(task, value);
  if (!unwrapped.ok) return unwrapped;
  const { inputs, parameters } = unwrapped;
  const digits = longNumber(body);
  if (digits) return { ok: false, reason: `The form would round the number ${digits}.` };
  const read = inputForm(task.inputKind).read(inputs, parameters, task);
  if (!read) return { ok: false, reason: 'The form cannot show "inputs" of this shape.' };
  if (Array.isArray(inputs) && !takesSeveral(task)) return { ok: false, reason: "The container takes one prompt." };
  const input = { kind: task.inputKind, value: read.value } as Input;
  return { ok: true, filled: { input, parameters: read.parameters } };
}

/** A whole number with more digits than JavaScript keeps. */
function longNumber(json: string): string | null {
  const outside = json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/g, '""');
  return outside.match(/\d{16,}/g)?.find((digits) => !Number.isSafeInteger(Number(digits))) ?? null;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
