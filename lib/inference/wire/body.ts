import type { Task } from "@/catalog/tasks/schema";

import { isRecord } from "../is-record";
import { type Parameters, parametersJson } from "../parameters";
import { wireOf } from "./wire";

const STREAM = ',"stream":true';
/** OpenAI's servers count the tokens of a stream only when they are asked to. */
const COUNTED_STREAM = `${STREAM},"stream_options":{"include_usage":true}`;

/** The JSON body for an input and its parameters, on one line. Servers that stream are asked for a stream. */
export function writeBody(task: Task | null, inputs: unknown, parameters: Parameters): string {
  const input = JSON.stringify(inputs);
  switch (wireOf(task)) {
    case "pipeline": {
      const set = Object.keys(parameters).length > 0 ? `,"parameters":${parametersJson(task, parameters)}` : "";
      return `{"inputs":${input}${set}}`;
    }
    case "tgi":
      // `details` brings the count of tokens. Without any parameter TGI would sample.
      return `{"inputs":${input},"parameters":${parametersJson(task, { ...parameters, details: true })}${STREAM}}`;
    case "completions":
      // The pieces of several answers come mixed: they are waited for.
      return `{"prompt":${input}${members(task, parameters)}${Array.isArray(inputs) ? "" : COUNTED_STREAM}}`;
    case "messages":
      return `{"messages":[{"role":"user","content":${input}}]${members(task, parameters)}${COUNTED_STREAM}}`;
    case "tei":
      return `{"inputs":${input}${members(task, parameters)}}`;
  }
}

type Unwrapped = { ok: true; inputs: unknown; parameters: Parameters } | { ok: false; reason: string };

/** What a form would write a body from, or which part of the body it has no place for. */
export function unwrapBody(task: Task | null, body: Record<string, unknown>): Unwrapped {
  switch (wireOf(task)) {
    case "pipeline":
      return inputsAndParameters(body);
    case "tgi": {
      const { stream, ...others } = body;
      const read = inputsAndParameters(others);
      if (!read.ok) return read;
      const { details, ...parameters } = read.parameters;
      if (stream !== true || details !== true) return { ok: false, reason: WANTS_STREAM };
      return { ...read, parameters };
    }
    case "completions": {
      const { prompt, ...others } = body;
      return Array.isArray(prompt) ? beside(prompt, others) : beside(prompt, others, true);
    }
    case "messages": {
      const { messages, ...others } = body;
      const [only, second] = Array.isArray(messages) ? messages : [];
      const isOne = isRecord(only) && only.role === "user" && second === undefined;
      return isOne ? beside(only.content, others, true) : { ok: false, reason: "The form has place for one message." };
    }
    case "tei": {
      const { inputs, ...parameters } = body;
      return beside(inputs, parameters);
    }
  }
}

const WANTS_STREAM = "The form always asks for a stream with token counts.";

function inputsAndParameters({ inputs, parameters = {}, ...others }: Record<string, unknown>): Unwrapped {
  const [other] = Object.keys(others);
  if (other !== undefined) return { ok: false, reason: `The form has no place for "${other}".` };
  if (!isRecord(parameters)) return { ok: false, reason: 'The form needs "parameters" to be an object.' };
  return { ok: true, inputs, parameters: parameters as Parameters };
}

/** Parameters that stand beside the input, the wish for a stream among them. */
function beside(inputs: unknown, body: Record<string, unknown>, isStreamed = false): Unwrapped {
  if (!isStreamed) return { ok: true, inputs, parameters: body as Parameters };
  const { stream, stream_options: options, ...parameters } = body;
  if (stream !== true || !isRecord(options) || options.include_usage !== true) {
    return { ok: false, reason: WANTS_STREAM };
  }
  return { ok: true, inputs, parameters: parameters as Parameters };
}

/** Parameters as members of the body itself. */
export function members(task: Task | null, parameters: Parameters): string {
  const json = parametersJson(task, parameters).slice(1, -1);
  return json ? `,${json}` : "";
}

/** What OpenAI calls a pipeline's parameters. */
const NAMES: Record<string, string> = { max_new_tokens: "max_tokens" };

/** A pipeline's parameters under the names that a server knows; those that it does not know are left out. */
export function renamed(task: Task, parameters: Parameters): Parameters {
  const known = new Set(task.parameters.map(({ name }) => name));
  const entries = Object.entries(parameters).map(([name, value]) => {
    const other = NAMES[name] ?? name;
    return [known.has(name) ? name : other, value] as const;
  });
  return Object.fromEntries(entries.filter(([name]) => known.has(name)));
}
