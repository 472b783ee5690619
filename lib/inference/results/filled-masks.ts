import { isRecord } from "../is-record";
import { type Asked, allOf, inputText, type ReadAnswer, type Row } from "./answer";

export type Fill = { word: string; score: number; sequence: string };
/** `pieces` are the texts around the masks, one more than there are masks; null when the masks cannot be found. */
export type FilledMasks = { kind: "filled-masks"; pieces: string[] | null; masks: Fill[][] };

/** How BERT's and RoBERTa's families write a word that is to be filled in. */
const MASK = /\[MASK\]|<mask>/gi;

/** Words for a mask: a list for one mask, a list of lists for several masks, and one such answer for each text. */
export const readFilledMasks: ReadAnswer<FilledMasks> = (value, asked) => {
  if (!Array.isArray(value) || value.length === 0) return null;
  const answers = asked.inputs.length > 1 && value.length === asked.inputs.length ? value : [value];
  const rows: Row<FilledMasks>[] = [];
  for (const [at, answer] of answers.entries()) {
    const drawing = toFilledMasks(answer, asked, at);
    if (!drawing) return null;
    rows.push({ input: inputText(asked.inputs[at]), drawing });
  }
  return rows;
};

function toFilledMasks(answer: unknown, asked: Asked, at: number): FilledMasks | null {
  if (!Array.isArray(answer) || answer.length === 0) return null;
  const lists: unknown[][] = answer.every(Array.isArray) ? answer : [answer];
  const masks = allOf(lists, (list) => allOf(list as unknown[], toFill));
  if (!masks?.every((fills) => fills.length > 0)) return null;
  const pieces = inputText(asked.inputs[at]).split(MASK);
  return { kind: "filled-masks", pieces: pieces.length === masks.length + 1 ? pieces : null, masks };
}

function toFill(value: unknown): Fill | null {
  if (!isRecord(value) || typeof value.token_str !== "string" || typeof value.score !== "number") return null;
  return {
    word: value.token_str,
    score: value.score,
    sequence: typeof value.sequence === "string" ? value.sequence : "",
  };
}

export type Part = { text: string; isFilled: boolean };

/** The sentence with a word put into each mask; a word piece (`##ing`) is joined to the word before it. */
export function fillSentence(pieces: readonly string[], words: readonly string[]): Part[] {
  return pieces.flatMap((piece, at): Part[] => {
    const word = words[at];
    const text = word?.startsWith("##") ? piece.trimEnd() : piece;
    const plain: Part[] = text ? [{ text, isFilled: false }] : [];
    return word === undefined ? plain : [...plain, { text: word.replace(/^##/, "").trim(), isFilled: true }];
  });
}
