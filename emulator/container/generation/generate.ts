import { InterruptableStoppingCriteria } from "@huggingface/transformers";
import type { Pipe } from "../child/pipe.ts";
import { createDetokenizer } from "./detokenizer.ts";
import { logSoftmax, type TokenScore, topScores } from "./logprobs.ts";
import { endIds, type Prompt } from "./prompt.ts";
import { createSampler, type Sampling } from "./sampling.ts";

export type GenerationRequest = {
  prompt: Prompt;
  maxNewTokens: number;
  minNewTokens?: number;
  sampling: Sampling;
  /** Texts at which generation ends. */
  stop: string[];
  ignoreEos?: boolean;
  /** How many of the likeliest tokens to report beside each chosen one. */
  topTokens: number;
  /** Logarithms of the model's own probabilities, or of those after penalties and temperature. */
  logprobsOf: "model" | "choice";
  /** Which reason is given when the last allowed token is also an end. */
  lengthComesFirst: boolean;
  /** Whether the prompt counts for frequency and presence penalties. */
  countsPrompt?: boolean;
};

export type GeneratedToken = { id: number; text: string; logprob: number; isSpecial: boolean; top: TokenScore[] };

export type Finish =
  | { reason: "length" | "interrupted" }
  | { reason: "end"; id: number }
  /** `at`: where the stop text begins in the text. */
  | { reason: "stop"; stop: string; at: number };

export type Generated = { text: string; tokens: GeneratedToken[]; finish: Finish };

/** What surrounds a generation: who may interrupt it, and how long each token is made to take. */
export type Run = {
  interrupt: InterruptableStoppingCriteria;
  tokenDelayMs: number;
};

export function createRun(tokenDelayMs = 0): Run {
  return { interrupt: new InterruptableStoppingCriteria(), tokenDelayMs };
}

/**
 * Continues a prompt token by token. `onToken` hears each token with the text so far, special tokens left out, and with
 * the finish when it is the last.
 */
export async function generate(
  pipe: Pipe,
  request: GenerationRequest,
  run: Run,
  onToken?: (token: GeneratedToken, text: string, finish: Finish | null) => void,
): Promise<Generated> {
  const { prompt, sampling } = request;
  const sampler = createSampler(sampling);
  const detokenizer = createDetokenizer(pipe.tokenizer, prompt.ids);
  const specials = new Set(pipe.tokenizer.all_special_ids);
  const ends = endIds(pipe);
  const ids = [...prompt.ids];
  const tokens: GeneratedToken[] = [];
  let text = "";
  let finish: Finish | null = null;
  let logprobs: Float64Array = new Float64Array();

  /** Chooses the token itself and leaves the library nothing else to choose. */
  function choose(_ids: bigint[][], logits: { data: Float32Array }): unknown {
    const scores = logits.data;
    const isTooEarly = tokens.length < (request.minNewTokens ?? 0);
    if (isTooEarly) for (const id of ends) scores[id] = Number.NEGATIVE_INFINITY;
    const own = request.logprobsOf === "model" ? logSoftmax(scores) : null;
    const chosen = sampler.choose(scores, { ids, countFrom: request.countsPrompt ? 0 : prompt.ids.length });
    logprobs = own ?? logSoftmax(scores);
    scores.fill(Number.NEGATIVE_INFINITY);
    scores[chosen] = 0;
    return logits;
  }

  function take(all: bigint[][]): boolean[] {
    const id = Number(all[0]?.at(-1));
    ids.push(id);
    const isSpecial = specials.has(id);
    const piece = detokenizer.push(id);
    const token = {
      id,
      text: piece,
      logprob: logprobs[id] ?? 0,
      isSpecial,
      top: topScores(logprobs, request.topTokens),
    };
    tokens.push(token);
    if (!isSpecial) text += piece;
    finish = finishOf(request, ends, tokens.length, id, text, piece.length);
    if (run.tokenDelayMs > 0) blockFor(run.tokenDelayMs);
    onToken?.(token, text, finish);
    return [finish !== null];
  }

  await pipe.model.generate({
    ...prompt.inputs,
    ...NEUTRAL,
    max_new_tokens: request.maxNewTokens,
    logits_processor: [choose],
    stopping_criteria: [take, run.interrupt],
  });
  return { text, tokens, finish: finish ?? { reason: "interrupted" } };
}

/** A model's own generation settings must not meddle: servers have their own rules about them. */
const NEUTRAL = {
  do_sample: false,
  num_beams: 1,
  eos_token_id: null,
  repetition_penalty: 1,
  no_repeat_ngram_size: 0,
  bad_words_ids: null,
  min_length: 0,
  min_new_tokens: null,
  forced_bos_token_id: null,
  forced_eos_token_id: null,
  suppress_tokens: null,
  begin_suppress_tokens: null,
  return_dict_in_generate: false,
};

function finishOf(
  { maxNewTokens, stop, ignoreEos, lengthComesFirst }: GenerationRequest,
  ends: number[],
  count: number,
  id: number,
  text: string,
  pieceLength: number,
): Finish | null {
  const isFull = count >= maxNewTokens;
  if (isFull && lengthComesFirst) return { reason: "length" };
  if (!ignoreEos && ends.includes(id)) return { reason: "end", id };
  for (const each of stop) {
    // Only what the last piece completed: an earlier find would have ended the text then.
    const at = text.indexOf(each, Math.max(0, text.length - pieceLength - each.length));
    if (at >= 0) return { reason: "stop", stop: each, at };
  }
  return isFull ? { reason: "length" } : null;
}

/** Makes a rehearsed slow model: the library waits for no promise between tokens. */
function blockFor(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
