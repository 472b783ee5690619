import type { Pipe } from "../../child/pipe.ts";
import type { Finish, Generated, GeneratedToken } from "../../generation/generate.ts";
import { logSoftmax } from "../../generation/logprobs.ts";
import type { Prompt } from "../../generation/prompt.ts";

export type TgiToken = { id: number; text: string; logprob: number; special: boolean };

export function tgiToken({ id, text, logprob, isSpecial }: GeneratedToken): TgiToken {
  return { id, text, logprob, special: isSpecial };
}

/** The likeliest tokens beside a chosen one; absent when none were asked for. */
export function topTokens(pipe: Pipe, { top }: GeneratedToken): { top_tokens?: TgiToken[] } {
  if (top.length === 0) return {};
  const specials = new Set(pipe.tokenizer.all_special_ids);
  const text = (id: number): string => pipe.tokenizer.decode([id], { skip_special_tokens: false });
  return { top_tokens: top.map(({ id, logprob }) => ({ id, text: text(id), logprob, special: specials.has(id) })) };
}

export function finishReason(finish: Finish): "length" | "eos_token" | "stop_sequence" {
  if (finish.reason === "end") return "eos_token";
  return finish.reason === "stop" ? "stop_sequence" : "length";
}

export type PrefillToken = { id: number; text: string; logprob: number | null };

/** The prompt's own tokens with the model's surprise at each; the first has nothing before it. */
export async function readPrefill(pipe: Pipe, prompt: Prompt): Promise<PrefillToken[]> {
  const { logits } = await pipe.model(prompt.inputs);
  const [, positions = 0, vocabulary = 0] = logits?.dims ?? [];
  const scores = (logits?.data ?? []) as Float32Array;
  return prompt.ids.map((id, index) => {
    const before = index - 1;
    // Some exports keep only the last position's scores.
    const known = before >= 0 && positions === prompt.ids.length;
    const row = known ? logSoftmax(scores.subarray(before * vocabulary, (before + 1) * vocabulary)) : null;
    return {
      id,
      text: pipe.tokenizer.decode([id], { skip_special_tokens: false }),
      logprob: row ? (row[id] ?? null) : null,
    };
  });
}

/** What `details: true` adds to an answer. */
export function detailsOf(pipe: Pipe, { tokens, finish }: Generated, seed: number | null, prefill: PrefillToken[]) {
  const top = tokens.map((token) => topTokens(pipe, token).top_tokens ?? []);
  return {
    finish_reason: finishReason(finish),
    generated_tokens: tokens.length,
    seed,
    prefill,
    tokens: tokens.map(tgiToken),
    ...(top.some((each) => each.length > 0) ? { top_tokens: top } : {}),
  };
}
