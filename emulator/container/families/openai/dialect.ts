import type { Finish } from "../../generation/generate.ts";
import type { Refusal } from "../answer.ts";
import type { OpenAiSettings } from "../server-spec.ts";

/** Where the servers that speak OpenAI's API differ. */
export type Dialect = {
  /** An error of the server: a sentence, and the parameter that it is about. */
  refusal(status: number, message: string, param?: string | null): Refusal;
  /** Content type of streams. */
  events: string;
  /** Shape of an answer's id. */
  id(kind: "chat" | "completion"): string;
  /** Checks sampling parameters; returns what is wrong. */
  samplingFault(request: SamplingRequest): Fault | null;
  /** Why a prompt and the wish for more do not fit into the context; null when they do. */
  lengthFault(limit: number, inputTokens: number, maxTokens: number | null, settings: OpenAiSettings): Fault | null;
  /** Members of a message, of a choice and of an answer beyond OpenAI's common ones. */
  messageExtras: Record<string, unknown>;
  choiceExtras(finish: Finish): Record<string, unknown>;
  answerExtras: Record<string, unknown>;
  usageExtras: Record<string, unknown>;
  /** Whether a model's own `max_new_tokens` limits every request. */
  isCappedByModel: boolean;
  /** Whether logprobs are the model's own or those after temperature and penalties. */
  logprobsOf: "model" | "choice";
};

export type Fault = { message: string; param: string | null };

export type SamplingRequest = {
  n: number | null;
  temperature: number | null;
  top_p: number | null;
  top_k: number | null;
  min_p: number | null;
  repetition_penalty: number | null;
  frequency_penalty: number | null;
  presence_penalty: number | null;
  max_tokens: number | null;
};
