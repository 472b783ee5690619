import { isRecord } from "../is-record";
import { allOf, inputText, listsByInput, type ReadAnswer, rowsOf } from "./answer";

/** A text made from another one: both are read side by side. */
export type Rewritten = { kind: "rewritten"; made: "summary" | "translation"; source: string; texts: string[] };

/** Summaries. */
export const readSummaries = rewrittenReader("summary", "summary_text");
/** Translations. */
export const readTranslations = rewrittenReader("translation", "translation_text");

function rewrittenReader(made: Rewritten["made"], key: string): ReadAnswer<Rewritten> {
  return (value, asked) =>
    rowsOf(listsByInput(value, asked.inputs.length), asked, (list, at) => {
      const texts = allOf(list, (item) => (isRecord(item) && typeof item[key] === "string" ? item[key] : null));
      if (!texts || texts.length === 0) return null;
      return { kind: "rewritten", made, source: inputText(asked.inputs[at]), texts };
    });
}

/** The words of a text, in languages that write no spaces too. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)) {
    if (isWordLike) count += 1;
  }
  return count;
}
