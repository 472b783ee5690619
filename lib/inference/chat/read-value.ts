import { isRecord } from "../is-record";
import type { Delta } from "./delta";

/**
 * The deltas in one JSON value of an answer: an event of a stream, or an answer in one piece. The protocols' shapes do
 * not overlap, so that none has to be told beforehand.
 */
export function readValue(value: unknown): Delta[] {
  const [first] = Array.isArray(value) ? value : [value];
  if (!isRecord(first)) return [];
  const error = errorMessage(first);
  if (error !== null) return [{ kind: "error", message: error }];
  if (isRecord(first.token)) return readToken(first, first.token);
  if (Array.isArray(first.choices)) return readChoices(first.choices, first.usage);
  return [...readGenerated(first.generated_text), ...readDetails(first.details)];
}

/** TGI and SGLang say `error`; OpenAI's is an object; older vLLM sends the error object bare. */
function errorMessage(value: Record<string, unknown>): string | null {
  const { error } = value;
  if (typeof error === "string") return error;
  if (isRecord(error)) return typeof error.message === "string" ? error.message : JSON.stringify(error);
  return value.object === "error" && typeof value.message === "string" ? value.message : null;
}

/** One event of TGI's stream; the last one repeats the whole text, which has come already. */
function readToken(event: Record<string, unknown>, token: Record<string, unknown>): Delta[] {
  const isText = typeof token.text === "string" && token.text !== "" && token.special !== true;
  return [...(isText ? [text(String(token.text))] : []), ...readDetails(event.details)];
}

function readDetails(details: unknown): Delta[] {
  if (!isRecord(details)) return [];
  const { generated_tokens: answer, finish_reason: reason, input_length: prompt } = details;
  return [
    ...readUsage(prompt ?? (Array.isArray(details.prefill) ? details.prefill.length || null : null), answer),
    ...readFinish(reason),
  ];
}

/** A chunk or a whole answer in OpenAI's shape, of a chat or of a completion. */
function readChoices(choices: unknown[], usage: unknown): Delta[] {
  const [choice] = choices;
  const counts = isRecord(usage) ? readUsage(usage.prompt_tokens, usage.completion_tokens) : [];
  // Further choices come mixed with the first: they are in the raw answer.
  if (!isRecord(choice) || (typeof choice.index === "number" && choice.index > 0)) return counts;
  const said = isRecord(choice.delta) ? choice.delta : isRecord(choice.message) ? choice.message : null;
  return [
    // vLLM calls it `reasoning` in newer versions.
    ...textIn("reasoning", said?.reasoning_content ?? said?.reasoning),
    ...textIn("text", said ? said.content : choice.text),
    ...readFinish(choice.finish_reason),
    ...counts,
  ];
}

function textIn(kind: "text" | "reasoning", value: unknown): Delta[] {
  return typeof value === "string" && value !== "" ? [{ kind, text: value }] : [];
}

/** A pipeline's answer: the new text, or the conversation with the answer as its last message. */
function readGenerated(generated: unknown): Delta[] {
  if (typeof generated === "string") return [text(generated)];
  const last: unknown = Array.isArray(generated) ? generated.at(-1) : null;
  return isRecord(last) && typeof last.content === "string" ? [text(last.content)] : [];
}

function readUsage(prompt: unknown, answer: unknown): Delta[] {
  if (typeof prompt !== "number" && typeof answer !== "number") return [];
  const count = (value: unknown) => (typeof value === "number" ? value : null);
  return [{ kind: "usage", promptTokens: count(prompt), answerTokens: count(answer) }];
}

function readFinish(reason: unknown): Delta[] {
  return typeof reason === "string" && reason !== "" ? [{ kind: "finish", reason }] : [];
}

function text(value: string): Delta {
  return { kind: "text", text: value };
}
