import { randomUUID } from "node:crypto";
import { jsonAnswer, Refusal } from "../answer.ts";
import type { Dialect, Fault, SamplingRequest } from "../openai/dialect.ts";

function errorOf(status: number, message: string, param: string | null) {
  return { object: "error", message, type: "BadRequestError", param, code: status };
}

/** SGLang's OpenAI server (python/sglang/srt/entrypoints/openai, managers/tokenizer_manager.py). */
export const sglangDialect: Dialect = {
  refusal: (status, message, param = null) => new Refusal(jsonAnswer(status, errorOf(status, message, param))),
  events: "text/event-stream; charset=utf-8",
  id: () => randomUUID().replaceAll("-", ""),
  samplingFault,
  lengthFault,
  messageExtras: { reasoning_content: null, tool_calls: null },
  choiceExtras: (finish) => ({ matched_stop: matchedStop(finish) }),
  answerExtras: { metadata: { weight_version: "default" } },
  usageExtras: { prompt_tokens_details: null, reasoning_tokens: 0 },
  isCappedByModel: false,
  logprobsOf: "choice",
};

function matchedStop(finish: Parameters<Dialect["choiceExtras"]>[0]): string | number | null {
  if (finish.reason === "stop") return finish.stop;
  return finish.reason === "end" ? finish.id : null;
}

function samplingFault(request: SamplingRequest): Fault | null {
  const { temperature, top_p, top_k, min_p, repetition_penalty, frequency_penalty, presence_penalty } = request;
  const between = (value: number | null, low: number, high: number): boolean =>
    value === null || (value >= low && value <= high);
  const rules: [boolean, string][] = [
    [temperature === null || temperature >= 0, `temperature must be non-negative, got ${temperature}.`],
    [top_p === null || (top_p > 0 && top_p <= 1), `top_p must be in (0, 1], got ${top_p}.`],
    [between(min_p, 0, 1), `min_p must be in [0, 1], got ${min_p}.`],
    [top_k === null || top_k === -1 || top_k >= 1, `top_k must be -1 (disable) or at least 1, got ${top_k}.`],
    [between(frequency_penalty, -2, 2), `frequency_penalty must be in [-2, 2], got ${frequency_penalty}.`],
    [between(presence_penalty, -2, 2), `presence_penalty must be in [-2, 2], got ${presence_penalty}.`],
    [between(repetition_penalty, 0, 2), `repetition_penalty must be in [0, 2], got ${repetition_penalty}.`],
    [(request.max_tokens ?? 0) >= 0, `max_new_tokens must be at least 0, got ${request.max_tokens}.`],
  ];
  const broken = rules.find(([holds]) => !holds);
  return broken ? { message: broken[1], param: null } : null;
}

function lengthFault(limit: number, input: number, wanted: number | null): Fault | null {
  if (input >= limit) {
    const message = `The input (${input} tokens) is longer than the model's context length (${limit} tokens).`;
    return { message, param: null };
  }
  if (wanted === null || input + wanted < limit) return null;
  const message = `Requested token count exceeds the model's maximum context length of ${limit} tokens. You requested a total of ${input + wanted} tokens: ${input} tokens from the input messages and ${wanted} tokens for the completion. Please reduce the number of tokens in the input messages or the completion to fit within the limit.`;
  return { message, param: null };
}
