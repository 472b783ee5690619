import type { Pipe } from "../../child/pipe.ts";
import { softmax } from "../scores.ts";
import { alignPieces, type Span } from "./offsets.ts";

/** A token of the text with the scores of all labels. */
export type ScoredToken = Span & {
  /** Place among all tokens, special ones included. */
  index: number;
  id: number;
  word: string;
  scores: number[];
  /** Whether it continues the word before it. */
  isSubword: boolean;
};

/** Runs a token-classification model and finds where each token stands. */
export async function scoreTokens(pipe: Pipe, text: string): Promise<ScoredToken[]> {
  const tokens = pipe.tokenizer(text, { padding: true, truncation: false });
  const { logits } = await pipe.model(tokens);
  const ids = Array.from((tokens.input_ids?.data ?? []) as BigInt64Array, Number);
  const labelCount = logits?.dims.at(-1) ?? 0;
  const unknown = unknownTokenId(pipe);
  const isSpecial = (id: number): boolean => pipe.tokenizer.all_special_ids.includes(id) && id !== unknown;

  const kept = ids.flatMap((id, index) => (isSpecial(id) ? [] : [{ id, index }]));
  const words = kept.map(({ id }) => pipe.tokenizer.decode([id], { skip_special_tokens: false }));
  const spans = alignPieces(
    text,
    kept.map(({ id }, at) => (id === unknown ? null : (words[at] ?? ""))),
  );
  let end = 0;
  return kept.map(({ id, index }, at) => {
    const span = spans[at] ?? { start: end, end };
    const isSubword = words[at]?.startsWith("##") === true || (at > 0 && span.start === end && isWordLike(words[at]));
    end = span.end;
    const values = (logits?.data ?? []).slice(index * labelCount, (index + 1) * labelCount) as Float32Array;
    return { ...span, id, index, word: words[at] ?? "", scores: softmax(values), isSubword };
  });
}

function unknownTokenId(pipe: Pipe): number | undefined {
  const { unk_token_id } = pipe.tokenizer as { unk_token_id?: number | null };
  return unk_token_id ?? undefined;
}

/** Punctuation touches its neighbour without continuing it. */
function isWordLike(word: string | undefined): boolean {
  return /[\p{L}\p{N}]/u.test(word ?? "");
}
