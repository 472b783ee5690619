import type { Tokenizer } from "../child/pipe.ts";

/** Tokens that give a new one its context: spaces and cut characters depend on what stands before. */
const CONTEXT = 5;

/** Turns ids into pieces of text as they come; pieces put together are the whole text. */
export type Detokenizer = { push(id: number): string };

export function createDetokenizer(tokenizer: Tokenizer, promptIds: readonly number[]): Detokenizer {
  const ids = [...promptIds];
  let prefixStart = Math.max(0, ids.length - CONTEXT);
  let read = ids.length;

  function decode(start: number, end: number): string {
    return start === end ? "" : tokenizer.decode(ids.slice(start, end), { skip_special_tokens: false });
  }

  return {
    push(id) {
      ids.push(id);
      const before = decode(prefixStart, read);
      const after = decode(prefixStart, ids.length);
      // Half a character decodes to the replacement sign: it waits for its other half.
      if (after.length <= before.length || after.endsWith("\uFFFD")) return "";
      prefixStart = read;
      read = ids.length;
      return after.slice(before.length);
    },
  };
}
