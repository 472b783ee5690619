import type { Pipe } from "../../child/pipe.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import type { TaskAdapter } from "../adapter.ts";
import { isTruncating, refuseUnknown, requireText } from "../parameters.ts";
import { applyFunction, type LabelScore, labelScores, scoreFunction } from "../scores.ts";

const TOKENIZER = "PreTrainedTokenizerFast._batch_encode_plus";
const PARAMETERS = ["top_k", "function_to_apply", "return_all_scores", "truncation", "max_length", "padding"];

const BAD_PAIR =
  'The pipeline received invalid inputs, if you are trying to send text pairs, you can try to send a dictionary `{"text": "My text", "text_pair": "My pair"}` in order to send a text pair.';

/** One text or a list; the shape of the answer depends on whether `top_k` was given at all, as in Python. */
export const textClassification: TaskAdapter = {
  pipelineTask: "text-classification",
  async run({ pipe, inputs, parameters }) {
    refuseUnknown(parameters, PARAMETERS, TOKENIZER);
    if (Array.isArray(inputs)) {
      const results: unknown[] = [];
      for (const input of inputs) results.push(shape(await classify(pipe, input, parameters), parameters));
      return results;
    }
    const result = shape(await classify(pipe, inputs, parameters), parameters);
    return typeof inputs === "string" && !("top_k" in parameters) ? [result] : result;
  },
};

/** Scores come in the order of labels. Without `top_k` the best alone; with it, even 1 or null, a sorted list. */
export function shape(
  scores: LabelScore[],
  { top_k, return_all_scores }: Record<string, unknown>,
): LabelScore | LabelScore[] | undefined {
  const sorted = scores.toSorted((a, b) => b.score - a.score);
  if (typeof top_k === "number") return sorted.slice(0, top_k);
  if (top_k === null) return sorted;
  return return_all_scores === true ? scores : sorted[0];
}

async function classify(pipe: Pipe, input: unknown, parameters: Record<string, unknown>): Promise<LabelScore[]> {
  const { text, text_pair } = readInput(input);
  const { max_length, truncation, function_to_apply } = parameters;
  const options = {
    text_pair,
    padding: true,
    truncation: isTruncating(truncation),
    ...(max_length ? { max_length } : {}),
  };
  const { logits } = await pipe.model(pipe.tokenizer(text, options));
  const values = (logits?.data ?? []) as Float32Array;
  const { config } = pipe.model;
  const isRegression = config.problem_type === "regression" && (function_to_apply ?? null) === null;
  return labelScores(
    config,
    applyFunction(values, isRegression ? "none" : scoreFunction(function_to_apply, config, values.length)),
  );
}

function readInput(input: unknown): { text: string; text_pair?: string } {
  if (Array.isArray(input)) {
    // The oldest form of a pair, a list in a list, is still understood.
    const [pair, ...others] = input as unknown[];
    if (!Array.isArray(pair) || pair.length !== 2 || others.length > 0) throw new PredictionError(BAD_PAIR);
    return { text: requireText(pair[0]), text_pair: requireText(pair[1]) };
  }
  if (typeof input !== "object" || input === null) return { text: requireText(input) };
  const { text, text_pair, ...others } = input as Record<string, unknown>;
  refuseUnknown(others, [], TOKENIZER);
  if (text === undefined) throw new PredictionError("You need to specify either `text` or `text_target`.");
  return { text: requireText(text), ...(text_pair === undefined ? {} : { text_pair: requireText(text_pair) }) };
}
