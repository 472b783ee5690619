import type { Pipe } from "../../child/pipe.ts";
import type { Finish, GenerationRequest } from "../../generation/generate.ts";
import { contextLength, type Prompt } from "../../generation/prompt.ts";
import { randomSeed } from "../../generation/sampling.ts";
import type { OpenAiSettings } from "../server-spec.ts";
import type { Dialect, SamplingRequest } from "./dialect.ts";

type Wishes = Omit<SamplingRequest, "max_tokens"> & {
  seed: number | null;
  stop: string[];
  logit_bias: Record<string, number> | null;
  ignore_eos: boolean;
  min_tokens: number | null;
};

/** A checked request as what the model is asked; throws the server's refusal. */
export function readGeneration(
  pipe: Pipe,
  dialect: Dialect,
  settings: OpenAiSettings,
  prompt: Prompt,
  wishes: Wishes,
  { maxTokens, topTokens }: { maxTokens: number | null; topTokens: number },
): GenerationRequest {
  const limit = settings.maxModelLength ?? contextLength(pipe);
  const fault =
    dialect.lengthFault(limit, prompt.ids.length, maxTokens, settings) ??
    dialect.samplingFault({ ...wishes, max_tokens: maxTokens });
  if (fault) throw dialect.refusal(400, fault.message, fault.param);
  const defaults = pipe.model.generation_config ?? {};
  const preset = (name: string, neutral: number): number => {
    const value = defaults[name];
    return typeof value === "number" ? value : neutral;
  };
  const most = dialect.isCappedByModel ? preset("max_new_tokens", Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  return {
    prompt,
    maxNewTokens: Math.max(1, Math.min(maxTokens ?? limit, limit - prompt.ids.length, most)),
    minNewTokens: wishes.min_tokens ?? 0,
    sampling: {
      // Both servers take a model's own generation settings where the request has none.
      temperature: wishes.temperature ?? preset("temperature", 1),
      topK: Math.max(0, wishes.top_k ?? preset("top_k", 0)),
      topP: wishes.top_p ?? preset("top_p", 1),
      minP: wishes.min_p ?? preset("min_p", 0),
      typicalP: 1,
      repetitionPenalty: wishes.repetition_penalty ?? preset("repetition_penalty", 1),
      frequencyPenalty: wishes.frequency_penalty ?? 0,
      presencePenalty: wishes.presence_penalty ?? 0,
      logitBias: wishes.logit_bias ?? {},
      seed: wishes.seed ?? randomSeed(),
    },
    stop: wishes.stop,
    ignoreEos: wishes.ignore_eos,
    topTokens,
    logprobsOf: dialect.logprobsOf,
    lengthComesFirst: false,
  };
}

/** The generation of one of several choices: each has chances of its own. */
export function ofChoice(generation: GenerationRequest, index: number): GenerationRequest {
  return { ...generation, sampling: { ...generation.sampling, seed: generation.sampling.seed + index } };
}

export function finishReason(finish: Finish): "stop" | "length" | "abort" {
  if (finish.reason === "interrupted") return "abort";
  return finish.reason === "length" ? "length" : "stop";
}

/** Hands out a growing text without what might become a stop text, and never the stop text itself. */
export type Window = { next(text: string, finish: Finish | null): string };

export function openWindow(stop: string[], keepsStop: boolean): Window {
  const held = keepsStop ? 0 : Math.max(0, ...stop.map((text) => text.length - 1));
  let sent = 0;
  return {
    next(text, finish) {
      const end = finish ? shownText(text, finish, keepsStop).length : Math.max(sent, text.length - held);
      const piece = text.slice(sent, end);
      sent = Math.max(sent, end);
      return piece;
    },
  };
}

/** The text without the stop text that ended it. */
export function shownText(text: string, finish: Finish, keepsStop: boolean): string {
  if (finish.reason !== "stop") return text;
  return text.slice(0, keepsStop ? finish.at + finish.stop.length : finish.at);
}
