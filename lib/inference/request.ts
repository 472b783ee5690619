import type { Task } from "@/catalog/tasks/schema";

import { type Draft, parameterError } from "./draft";
import { jsonErrorPosition } from "./json-position";

/** A request ready to send, or why there is none yet. */
export type BuiltRequest = { ok: true; body: string } | { ok: false; reason: string };

/** The JSON that a draft stands for, in the container's words: `inputs`, and `parameters` only when some are set. */
export function buildRequest(task: Task | null, draft: Draft): BuiltRequest {
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
  return { ok: true, body: JSON.stringify(hasParameters ? { inputs, parameters: draft.parameters } : { inputs }) };
}

function fromJson(text: string): BuiltRequest {
  const error = jsonError(text);
  if (error) return { ok: false, reason: error };
  try {
    return { ok: true, body: JSON.stringify(JSON.parse(text)) };
  } catch {
    // Engines read more levels than they write.
    return { ok: false, reason: "This JSON is nested too deep to be sent." };
  }
}

/** What is wrong with a JSON text, with its line; null when it is a JSON object, which is what containers take. */
export function jsonError(text: string): string | null {
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
