import type { Task } from "@/catalog/tasks/schema";

import { type Draft, formBody } from "./draft";
import { inputForm } from "./inputs/registry";
import { jsonErrorPosition } from "./json-position";
import { tooLarge } from "./limits";
import { parametersError } from "./parameters";
import { asksForStream } from "./stream/asks-for-stream";
import { wireOf } from "./wire/wire";

const JSON_TYPE = "application/json";

/** What goes to the container. Every task's answer is JSON. */
export type InferenceRequest = { body: string | Blob; contentType: string; accept: string };

/** A request ready to send, or why there is none yet. */
export type BuiltRequest = { ok: true; request: InferenceRequest } | { ok: false; reason: string };

/** The request that a draft stands for, in the container's own words. */
export function buildRequest(task: Task | null, draft: Draft): BuiltRequest {
  const built = draft.mode === "json" ? fromJson(draft.json) : fromForm(task, draft);
  if (!built.ok) return built;
  const refusal = tooLarge(bodyBytes(built.request.body));
  if (refusal) return { ok: false, reason: refusal };
  // Servers that stream say so; a pipeline would refuse what it cannot write.
  const isEvents = wireOf(task) !== "pipeline" && asksForStream(built.request);
  return isEvents ? { ok: true, request: { ...built.request, accept: "text/event-stream" } } : built;
}

/** The size of a body as it is sent. */
export function bodyBytes(body: string | Blob): number {
  return typeof body === "string" ? new Blob([body]).size : body.size;
}

function fromForm(task: Task | null, draft: Draft): BuiltRequest {
  const { input, parameters } = draft;
  const form = inputForm(input.kind);
  const reason = form.check(input.value, task, parameters) ?? parametersError(task, parameters);
  if (reason) return { ok: false, reason };
  const file = form.file?.(input.value, task, parameters);
  if (!file) return { ok: true, request: jsonRequest(formBody(task, draft)) };
  return { ok: true, request: { body: file.blob, contentType: file.contentType, accept: JSON_TYPE } };
}

/** A JSON body as a request. */
export function jsonRequest(body: string): InferenceRequest {
  return { body, contentType: JSON_TYPE, accept: JSON_TYPE };
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
  return { ok: true, request: jsonRequest(text.trim()) };
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
