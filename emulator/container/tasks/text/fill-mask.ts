import type { Pipe } from "../../child/pipe.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import type { TaskAdapter } from "../adapter.ts";
import { integerOr, refuseUnknown, requireText } from "../parameters.ts";
import { softmax } from "../scores.ts";
import { numbers, plainIds } from "./token-ids.ts";

type Filled = { score: number; token: number; token_str: string; sequence: string };

/** Words for a mask. A text with several masks gives a list for each of them. */
export const fillMask: TaskAdapter = {
  pipelineTask: "fill-mask",
  async run({ pipe, inputs, parameters }) {
    refuseUnknown(parameters, ["top_k", "targets", "tokenizer_kwargs"], "FillMaskPipeline._sanitize_parameters");
    if (!Array.isArray(inputs)) return fill(pipe, requireText(inputs), parameters);
    const results: unknown[] = [];
    for (const input of inputs) results.push(await fill(pipe, requireText(input), parameters));
    // The Python pipeline unpacks a list of one.
    return results.length === 1 ? results[0] : results;
  },
};

async function fill(pipe: Pipe, text: string, parameters: Record<string, unknown>): Promise<Filled[] | Filled[][]> {
  const { tokenizer } = pipe;
  const tokens = tokenizer(text, { padding: true, truncation: false, ...(parameters.tokenizer_kwargs as object) });
  const ids = numbers(tokens.input_ids);
  const masks = ids.flatMap((id, at) => (id === tokenizer.mask_token_id ? [at] : []));
  if (masks.length === 0) throw new PredictionError(`No mask_token (${tokenizer.mask_token}) found on the input`);
  const { logits } = await pipe.model(tokens);
  const size = logits?.dims.at(-1) ?? 0;
  const candidates = targetIds(pipe, parameters.targets);
  const asked = integerOr(parameters.top_k, 5);
  const topK = candidates ? Math.min(asked, candidates.length) : asked;
  if (topK > size) throw new PredictionError("selected index k out of range");
  const results = masks.map((mask) => {
    const scores = softmax((logits?.data ?? []).slice(mask * size, (mask + 1) * size) as Float32Array);
    return best(scores, candidates, topK).map(({ score, token }) => ({
      score,
      token,
      token_str: tokenizer.decode([token]),
      sequence: tokenizer.decode(
        ids.map((id, at) => (at === mask ? token : id)),
        { skip_special_tokens: masks.length === 1 },
      ),
    }));
  });
  return results.length === 1 ? (results[0] ?? []) : results;
}

/** The best tokens, of all or of the candidates only; scores stay shares of the whole vocabulary. */
export function best(scores: number[], candidates: number[] | null, topK: number): { score: number; token: number }[] {
  const tokens = candidates ?? scores.map((_, token) => token);
  return tokens
    .map((token) => ({ score: scores[token] ?? 0, token }))
    .sort((a, b) => b.score - a.score)
    .slice(0, topK);
}

/** A target that the vocabulary lacks stands for its first piece. */
function targetIds(pipe: Pipe, targets: unknown): number[] | null {
  if (targets === undefined || targets === null) return null;
  const words = (Array.isArray(targets) ? targets : [targets]).map(requireText);
  const ids = words.map((word) => pipe.tokenizer.convert_tokens_to_ids(word) ?? plainIds(pipe, word)[0]);
  const found = [...new Set(ids.filter((id) => id !== undefined))];
  if (found.length === 0) throw new PredictionError("At least one target must be provided when passed.");
  return found;
}
