import type { Pipe } from "../../child/pipe.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import type { TaskAdapter } from "../adapter.ts";
import { refuseUnknown, requireText } from "../parameters.ts";
import { applyFunction, type LabelScore, labelScores, scoreFunction } from "../scores.ts";

const PARAMETERS = ["top_k", "function_to_apply", "return_all_scores", "truncation", "max_length", "padding"];

/** One text or a list; the shape of the answer depends on whether `top_k` was given at all, as in Python. */
export const textClassification: TaskAdapter = {
  pipelineTask: "text-classification",
  async run({ pipe, inputs, parameters }) {
    refuseUnknown(parameters, PARAMETERS, "PreTrainedTokenizerFast._batch_encode_plus");
    if (Array.isArray(inputs)) {
      const results: unknown[] = [];
      for (const input of inputs) results.push(shape(await classify(pipe, input, parameters), parameters));
      return results;
    }
    const result = shape(await classify(pipe, inputs, parameters), parameters);
    return typeof inputs === "string" && !("top_k" in parameters) && !Array.isArray(result) ? [result] : result;
  },
};

/** Without `top_k` the best label alone; with it, even 1 or null, a list. */
export function shape(
  scores: LabelScore[],
  parameters: Record<string, unknown>,
): LabelScore | LabelScore[] | undefined {
  if (parameters.return_all_scores === true) return scores;
  if (!("top_k" in parameters)) return scores[0];
  return typeof parameters.top_k === "number" ? scores.slice(0, parameters.top_k) : scores;
}

async function classify(pipe: Pipe, input: unknown, parameters: Record<string, unknown>): Promise<LabelScore[]> {
  const { text, text_pair } = readInput(input);
  const { max_length, truncation = false } = parameters;
  const tokens = pipe.tokenizer(text, { text_pair, padding: true, truncation, ...(max_length ? { max_length } : {}) });
  const { logits } = await pipe.model(tokens);
  const values = (logits?.data ?? []) as Float32Array;
  const { config } = pipe.model;
  return labelScores(config, applyFunction(values, scoreFunction(parameters.function_to_apply, config, values.length)));
}

function readInput(input: unknown): { text: string; text_pair?: string } {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return { text: requireText(input) };
  const { text, text_pair, ...others } = input as Record<string, unknown>;
  if (text === undefined || Object.keys(others).length > 0) {
    throw new PredictionError(
      'The pipeline received invalid inputs, if you are trying to send text pairs, you can try to send a dictionary `{"text": "My text", "text_pair": "My pair"}` in order to send a text pair.',
    );
  }
  return { text: requireText(text), ...(text_pair === undefined ? {} : { text_pair: requireText(text_pair) }) };
}
