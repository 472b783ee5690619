import type { Task } from "@/catalog/tasks/schema";

import { emptyInput, type Input, inputForm } from "./inputs/registry";
import { isRecord } from "./is-record";
import { type Parameters, parametersJson, startParameters } from "./parameters";
import { pretty } from "./pretty-json";

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

/** The task's example that is JSON, laid out for reading. */
export function exampleJson(task: Task | null): string {
  const example = task?.examples.find((row) => row.contentType === "application/json");
  return JSON.stringify(example?.body ?? { inputs: "" }, null, 2);
}

/** The JSON body that a form stands for, whether or not it can be sent yet; on one line. */
export function formBody(task: Task | null, { input, parameters }: Filled): string {
  const written = inputForm(input.kind).write(input.value, task);
  const all = { ...written.parameters, ...parameters };
  const members = Object.keys(all).length > 0 ? `,"parameters":${parametersJson(task, all)}` : "";
  return `{"inputs":${JSON.stringify(written.inputs)}${members}}`;
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
  const { inputs, parameters = {}, ...others } = value;
  const [other] = Object.keys(others);
  if (other !== undefined) return { ok: false, reason: `The form has no place for "${other}".` };
  if (!isRecord(parameters)) return { ok: false, reason: 'The form needs "parameters" to be an object.' };
  const digits = longNumber(body);
  if (digits) return { ok: false, reason: `The form would round the number ${digits}.` };
  const read = inputForm(task.inputKind).read(inputs, parameters as Parameters, task);
  if (!read) return { ok: false, reason: 'The form cannot show "inputs" of this shape.' };
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
