import type { Pipe } from "../../child/pipe.ts";
import type { Span } from "./offsets.ts";

/** BERT's words: runs of anything but spaces and punctuation, each punctuation mark and each Chinese character alone. */
const BERT = /[\p{P}$+<=>^`|~]|\p{Script=Han}|[^\s\p{P}$+<=>^`|~\p{Script=Han}]+/gu;
/** GPT-2's words, without the space that belongs to them. */
const BYTE_LEVEL = /'(?:s|t|re|ve|m|ll|d)|\p{L}+|\p{N}+|[^\s\p{L}\p{N}]+/gu;
const BY_SPACES = /\S+/gu;

/** The words into which the tokenizer first splits a text, in code points. */
export function wordSpans({ tokenizer }: Pipe, text: string): Span[] {
  const splitter = JSON.stringify(tokenizer._tokenizer.tokenizer.pre_tokenizer ?? null);
  const pattern = splitter.includes("Bert") ? BERT : splitter.includes("ByteLevel") ? BYTE_LEVEL : BY_SPACES;
  let units = 0;
  let points = 0;
  return [...text.matchAll(pattern)].map(({ index, 0: word }) => {
    points += [...text.slice(units, index)].length;
    const start = points;
    points += [...word].length;
    units = index + word.length;
    return { start, end: points };
  });
}

/** A span extended to the whole words that its ends lie in. */
export function alignToWords(span: Span, words: Span[]): Span {
  const isIn = (at: number) => (word: Span) => word.start <= at && at < word.end;
  return {
    start: words.find(isIn(span.start))?.start ?? span.start,
    end: words.find(isIn(span.end - 1))?.end ?? span.end,
  };
}
