import type { Task } from "@/catalog/tasks/schema";

import { type Draft, type Parameters, parameterError } from "./draft";
import { jsonErrorPosition } from "./json-position";
import { tooLarge } from "./limits";

/** A request ready to send, or why there is none yet. */
export type BuiltRequest = { ok: true; body: string } | { ok: false; reason: string };

/** The JSON that a draft stands for, in the container's words: `inputs`, and `parameters` only when some are set. */
export function buildRequest(task: Task | null, draft: Draft): BuiltRequest {
  const refusal = tooLarge(draft.mode === "json" ? draft.json.length : draft.text.length);
  if (refusal) return { ok: false, reason: refusal };
  return draft.mode === "json" ? fromJson(draft.json) : fromForm(task, draft);
}

function fromForm(task: Task | null, draft: Draft): BuiltRequest {
  const lines = draft.text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0) return { ok: false, reason: "Type something first, or use the example." };
  for (const parameter of task?.parameters ?? []) {
    const error = parameterError(parameter, draft.parameters[parameter.name]);
    if (error) return { ok: false, reason: `${parameter.name}: ${error}` };
  }
  const inputs = draft.isBatch ? lines : draft.text;
  const hasParameters = Object.keys(draft.parameters).length > 0;
  const parameters = hasParameters ? `,"parameters":${parametersJson(task, draft.parameters)}` : "";
  return { ok: true, body: `{"inputs":${JSON.stringify(inputs)}${parameters}}` };
}

/** Transformers refuses a `temperature` of 2, which Python reads as an integer: a fraction stays one, as 2.0. */
function parametersJson(task: Task | null, parameters: Parameters): string {
  const isFraction = (name: string) => task?.parameters.some((row) => row.name === name && row.type === "number");
  const members = Object.entries(parameters).map(([name, value]) => {
    const json = JSON.stringify(value);
    return `${JSON.stringify(name)}:${isFraction(name) && /^-?\d+$/.test(json) ? `${json}.0` : json}`;
  });
  return `{${members.join(",")}}`;
}

/** As it was typed: reading and writing it again would make 2.0 a 2 and round large numbers. */
function fromJson(text: string): BuiltRequest {
  const error = jsonError(text);
  if (error) return { ok: false, reason: error };
  try {
    // Engines read more levels than they write, and the code samples beside the answer are written.
    JSON.stringify(JSON.parse(text));
  } catch {
    return { ok: false, reason: "This JSON is nested too deep to be sent." };
  }
  return { ok: true, body: text.trim() };
}

/** What is wrong with a JSON text, with its line; null when it is a JSON object, which is what containers take. */
export function jsonError(text: string): string | null {
  // Before it is parsed at each key: a text of this size would make typing stall, and cannot be sent anyway.
  const refusal = tooLarge(text.length);
  if (refusal) return refusal;
  if (text.trim() === "") return "Type a JSON object, or use the example.";
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === "object" && !Array.isArray(value)) return null;
    return 'The container takes a JSON object. Wrap the input: {"inputs": …}.';
  } catch {
    return `This is not valid JSON${place(text)}.`;
  }
}

function place(text: string): string {
  const at = jsonErrorPosition(text);
  if (at === null) return "";
  if (text.slice(at).trim() === "") return ": something is missing at the end";
  const line = text.slice(0, at).split("\n").length;
  return `: look at line ${line}, at ${text.slice(at, at + 12).split("\n")[0]}`;
}
