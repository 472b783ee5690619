import type { Pipe } from "../../child/pipe.ts";
import type { GenerationRequest } from "../../generation/generate.ts";
import { contextLength, type Prompt, readPrompt } from "../../generation/prompt.ts";
import { GREEDY, randomSeed, type Sampling } from "../../generation/sampling.ts";
import { isAtLeast, type TgiSettings } from "../server-spec.ts";
import { validationError } from "./errors.ts";
import type { TgiParameters } from "./request.ts";

export type ValidRequest = {
  generation: GenerationRequest;
  prompt: Prompt;
  /** null: nothing is left to chance. */
  seed: number | null;
};

/** Checks a request as TGI's router does: same rules, order and words (router/src/validation.rs). */
export function validate(
  pipe: Pipe,
  settings: TgiSettings,
  inputs: string,
  parameters: TgiParameters,
  isChat: boolean,
): ValidRequest {
  checkParameters(parameters, settings);
  const limits = limitsOf(pipe, settings);
  if (inputs === "") throw validationError("`inputs` cannot be empty");
  const { truncate } = parameters;
  if (truncate !== null && (truncate === 0 || truncate > limits.maxInputTokens)) {
    throw validationError(
      `\`truncate\` must be strictly positive and less than ${limits.maxInputTokens}. Given: ${truncate}`,
    );
  }
  if (parameters.grammar) throw validationError("grammar is not supported");
  const prompt = truncated(pipe, readPrompt(pipe, inputs, isChat), truncate, isChat);
  const maxNewTokens = checkLength(prompt.ids.length, parameters.max_new_tokens, limits, settings);
  const seed = samples(parameters) ? (parameters.seed ?? randomSeed()) : null;
  const generation: GenerationRequest = {
    prompt,
    maxNewTokens,
    sampling: samplingOf(parameters, seed),
    stop: parameters.stop.filter((text) => text !== ""),
    topTokens: parameters.top_n_tokens ?? 0,
    logprobsOf: "choice",
    lengthComesFirst: true,
    countsPrompt: true,
  };
  return { generation, prompt, seed };
}

function checkParameters(parameters: TgiParameters, { maxBestOf, maxStopSequences, maxTopTokens }: TgiSettings): void {
  const { temperature, repetition_penalty, frequency_penalty, top_p, typical_p, top_k, stop } = parameters;
  const bestOf = parameters.best_of ?? 1;
  const isOutside = (value: number | null): boolean => value !== null && (value <= 0 || value >= 1);
  const mightSample = parameters.do_sample || [temperature, top_k, top_p, typical_p].some((value) => value !== null);
  const rules: [boolean, string][] = [
    [maxBestOf === 1 && bestOf !== 1, "`best_of` != 1 is not allowed for this endpoint"],
    [bestOf > maxBestOf, `\`best_of\` must be > 0 and <= ${maxBestOf}. Given: ${bestOf}`],
    [bestOf > 1 && !mightSample, "you must use sampling when `best_of` is > 1"],
    [temperature !== null && temperature <= 0, "`temperature` must be strictly positive"],
    [repetition_penalty !== null && repetition_penalty <= 0, "`repetition_penalty` must be strictly positive"],
    [Math.abs(frequency_penalty ?? 0) > 2, "`frequency_penalty` must be >= -2.0 and <= 2.0"],
    [isOutside(top_p), "`top_p` must be > 0.0 and < 1.0"],
    [isOutside(typical_p), "`typical_p` must be > 0.0 and < 1.0"],
    [top_k !== null && top_k <= 0, "`top_k` must be strictly positive"],
    [parameters.max_new_tokens === 0, "`max_new_tokens` must be strictly positive"],
    [
      stop.length > maxStopSequences,
      `\`stop\` supports up to ${maxStopSequences} stop sequences. Given: ${stop.length}`,
    ],
    [bestOf > 1 && parameters.seed !== null, "`seed` must not be set when `best_of` > 1"],
    [
      (parameters.top_n_tokens ?? 0) > maxTopTokens,
      `\`top_n_tokens\` must be >= 0 and <= ${maxTopTokens}. Given: ${parameters.top_n_tokens}`,
    ],
  ];
  const broken = rules.find(([isBroken]) => isBroken);
  if (broken) throw validationError(broken[1]);
}

type Limits = { maxInputTokens: number; maxTotalTokens: number };

/** Unset limits are what the model allows, up to the launcher's 4096. */
export function limitsOf(pipe: Pipe, { maxInputTokens, maxTotalTokens }: TgiSettings): Limits {
  const total = maxTotalTokens ?? Math.min(contextLength(pipe), 4096);
  return { maxTotalTokens: total, maxInputTokens: maxInputTokens ?? total - 1 };
}

/** How many tokens to write; without a wish 100, and from version 3 on all that the limit leaves. */
function checkLength(inputLength: number, wanted: number | null, limits: Limits, { version }: TgiSettings): number {
  const { maxTotalTokens, maxInputTokens } = limits;
  const rest = Math.max(0, maxTotalTokens - inputLength);
  const maxNewTokens = wanted ?? (isAtLeast(version, [3, 0, 0]) ? rest : 100);
  if (inputLength + maxNewTokens > maxTotalTokens) {
    throw validationError(
      `\`inputs\` tokens + \`max_new_tokens\` must be <= ${maxTotalTokens}. Given: ${inputLength} \`inputs\` tokens and ${maxNewTokens} \`max_new_tokens\``,
    );
  }
  if (inputLength > maxInputTokens) {
    throw validationError(`\`inputs\` must have less than ${maxInputTokens} tokens. Given: ${inputLength}`);
  }
  return Math.max(1, maxNewTokens);
}

/** Cut at the left, as TGI does. */
function truncated(pipe: Pipe, prompt: Prompt, truncate: number | null, isChat: boolean): Prompt {
  if (truncate === null || prompt.ids.length <= truncate) return prompt;
  return readPrompt(pipe, pipe.tokenizer.decode(prompt.ids.slice(-truncate), { skip_special_tokens: false }), isChat);
}

function samples({ do_sample, temperature, top_k, top_p, typical_p }: TgiParameters): boolean {
  const isWarm = temperature !== null && temperature !== 1;
  return do_sample || isWarm || top_k !== null || top_p !== null || typical_p !== null;
}

function samplingOf(parameters: TgiParameters, seed: number | null): Sampling {
  return {
    ...GREEDY,
    temperature: seed === null ? 0 : (parameters.temperature ?? 1),
    topK: parameters.top_k ?? 0,
    topP: parameters.top_p ?? 1,
    typicalP: parameters.typical_p ?? 1,
    repetitionPenalty: parameters.repetition_penalty ?? 1,
    frequencyPenalty: parameters.frequency_penalty ?? 0,
    seed: seed ?? 0,
  };
}
