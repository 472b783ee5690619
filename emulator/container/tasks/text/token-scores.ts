import type { Pipe } from "../../child/pipe.ts";
import { softmax } from "../scores.ts";
import type { Span } from "./offsets.ts";
import { encode, feeds, maxLength, windows } from "./token-ids.ts";
import { tokenSpans } from "./token-spans.ts";

/** A token of the text with the scores of all labels. */
export type ScoredToken = Span & {
  /** Place among the tokens that the model read together, special ones included. */
  index: number;
  id: number;
  /** As the vocabulary writes it; for an unknown one the text itself. */
  word: string;
  scores: number[];
  /** Whether it continues the word before it. */
  isSubword: boolean;
};

/**
 * Runs a token-classification model and finds where each token stands. A text that is too long is cut, or, with a
 * stride, read in parts that overlap by so many tokens; each part is a list of its own.
 */
export async function scoreTokens(pipe: Pipe, text: string, stride: number | null): Promise<ScoredToken[][]> {
  const { ids, types, first } = encode(pipe, text);
  const own = ids.slice(first.from, first.to);
  const spans = tokenSpans(pipe, text, own);
  const characters = [...text];
  const size = Math.max(1, maxLength(pipe) - (ids.length - own.length));
  const parts = windows(own.length, size, stride ?? 0);
  const results: ScoredToken[][] = [];
  for (const { from, to } of stride === null ? parts.slice(0, 1) : parts) {
    const part = [...ids.slice(0, first.from), ...own.slice(from, to), ...ids.slice(first.to)];
    const { logits } = await pipe.model(feeds(part, types?.slice(0, part.length) ?? null));
    const labelCount = logits?.dims.at(-1) ?? 0;
    results.push(
      own.slice(from, to).map((id, at) => {
        const index = first.from + at;
        const span = spans[from + at] ?? { start: 0, end: 0 };
        const values = (logits?.data ?? []).slice(index * labelCount, (index + 1) * labelCount) as Float32Array;
        return { ...span, id, index, ...wordOf(pipe, id, span, characters), scores: softmax(values) };
      }),
    );
  }
  return results;
}

function wordOf({ tokenizer }: Pipe, id: number, { start, end }: Span, characters: string[]) {
  if (id === tokenizer.unk_token_id) return { word: characters.slice(start, end).join(""), isSubword: false };
  const word = tokenizer._tokenizer.id_to_token(id);
  const { prefix, type } = tokenizer._tokenizer.tokenizer.decoder ?? {};
  if (type === "WordPiece")
    return { word, isSubword: [...word].length !== end - start && word.startsWith(prefix ?? "##") };
  // Tokenizers without word pieces leave only the spaces to tell words by.
  return { word, isSubword: start > 0 && !characters.slice(start - 1, start + 1).includes(" ") };
}

/** Pieces put together again as the tokenizer's decoder does. */
export function joinPieces({ tokenizer }: Pipe, words: string[]): string {
  const { type, prefix = "##" } = tokenizer._tokenizer.tokenizer.decoder ?? {};
  if (type === "WordPiece") {
    return words
      .map((word, at) => (at === 0 ? word : word.startsWith(prefix) ? word.slice(prefix.length) : ` ${word}`))
      .map((word) => word.replace(/ ([.?!,])/g, "$1").replace(/ (n't|'m|'s|'ve|'re)/g, "$1"))
      .join("");
  }
  const ids = words.map((word) => tokenizer.convert_tokens_to_ids(word)).filter((id) => id !== undefined);
  return ids.length > 0 ? tokenizer.decode(ids) : words.join(" ");
}
