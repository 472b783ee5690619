import { randomUUID } from "node:crypto";
import { jsonAnswer, Refusal } from "../answer.ts";
import type { Dialect, Fault, SamplingRequest } from "../openai/dialect.ts";
import { isAtLeast, type OpenAiSettings } from "../server-spec.ts";

const TYPES: Record<number, string> = { 400: "BadRequestError", 404: "NotFoundError", 500: "InternalServerError" };

function errorOf(status: number, message: string, param: string | null) {
  return { error: { message, type: TYPES[status] ?? "BadRequestError", param, code: status } };
}

/** vLLM's OpenAI server from 0.10 on (vllm/entrypoints/openai, vllm/sampling_params.py). */
export const vllmDialect: Dialect = {
  refusal: (status, message, param = null) => new Refusal(jsonAnswer(status, errorOf(status, message, param))),
  events: "text/event-stream; charset=utf-8",
  id: (kind) => `${kind === "chat" ? "chatcmpl" : "cmpl"}-${randomUUID().replaceAll("-", "")}`,
  samplingFault,
  lengthFault,
  messageExtras: {
    refusal: null,
    annotations: null,
    audio: null,
    function_call: null,
    tool_calls: [],
    reasoning: null,
  },
  choiceExtras: (finish) => ({ stop_reason: finish.reason === "stop" ? finish.stop : null, token_ids: null }),
  answerExtras: {
    service_tier: null,
    system_fingerprint: null,
    prompt_logprobs: null,
    prompt_token_ids: null,
    kv_transfer_params: null,
  },
  usageExtras: { prompt_tokens_details: null },
  isCappedByModel: true,
  logprobsOf: "model",
};

function samplingFault(request: SamplingRequest): Fault | null {
  const { n, temperature, top_p, top_k, min_p, repetition_penalty, frequency_penalty, presence_penalty } = request;
  const outside = (value: number | null, low: number, high: number): boolean =>
    value !== null && (value < low || value > high);
  if (n !== null && n < 1) return { message: `n must be at least 1, got ${n}.`, param: null };
  if (outside(presence_penalty, -2, 2)) {
    return { message: `presence_penalty must be in [-2, 2], got ${presence_penalty}.`, param: null };
  }
  if (outside(frequency_penalty, -2, 2)) {
    return { message: `frequency_penalty must be in [-2, 2], got ${frequency_penalty}.`, param: null };
  }
  if (repetition_penalty !== null && repetition_penalty <= 0) {
    return { message: `repetition_penalty must be greater than zero, got ${repetition_penalty}.`, param: null };
  }
  if (temperature !== null && temperature < 0) {
    return named("temperature", temperature, `temperature must be non-negative, got ${temperature}.`);
  }
  if (top_p !== null && (top_p <= 0 || top_p > 1)) {
    return named("top_p", top_p, `top_p must be in (0, 1], got ${top_p}.`);
  }
  if (top_k !== null && top_k < -1) {
    return { message: `top_k must be 0 (disable), or at least 1, got ${top_k}.`, param: null };
  }
  if (outside(min_p, 0, 1)) return { message: `min_p must be in [0, 1], got ${min_p}.`, param: null };
  const { max_tokens } = request;
  if (max_tokens !== null && max_tokens < 1) {
    return named("max_tokens", max_tokens, `max_tokens must be at least 1, got ${max_tokens}.`);
  }
  return null;
}

/** The error class of newer versions writes its parameter behind the sentence. */
function named(param: string, value: number, message: string): Fault {
  return { message: `${message} (parameter=${param}, value=${value})`, param };
}

function lengthFault(limit: number, input: number, wanted: number | null, { version }: OpenAiSettings): Fault | null {
  const isNew = isAtLeast(version, [0, 17, 0]);
  const output = wanted ?? (input >= limit ? (isNew ? 0 : null) : null);
  const start = `This model's maximum context length is ${limit} tokens`;
  if (isNew) {
    if (input < limit && input + (output ?? 0) <= limit) return null;
    const message = `${start}. However, you requested ${output ?? 0} output tokens and your prompt contains at least ${input} input tokens, for a total of at least ${input + (output ?? 0)} tokens. Please reduce the length of the input prompt or the number of requested output tokens.`;
    return named("input_tokens", input, message);
  }
  if (input >= limit) {
    const message = `${start}. However, your request has ${input} input tokens. Please reduce the length of the input messages.`;
    return named("input_tokens", input, message);
  }
  if (output === null || input + output <= limit) return null;
  const message = `'max_tokens' or 'max_completion_tokens' is too large: ${output}. ${start} and your request has ${input} input tokens (${output} > ${limit} - ${input}).`;
  return named("max_tokens", output, message);
}
