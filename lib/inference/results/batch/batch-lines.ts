import type { Row } from "../answer";
import type { Drawing } from "../result";
import { type ShortResult, shortResult } from "./short-result";

/** A line of the table of several answers; `number` counts the inputs from 1. */
export type BatchLine = { number: number; input: string; drawing: Drawing; short: ShortResult };
export type BatchColumn = "number" | "input" | "result" | "score";
export type BatchSorting = { by: BatchColumn; isDown: boolean };

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** The answers to several inputs in short. */
export function toBatchLines(rows: readonly Row<Drawing>[]): BatchLine[] {
  return rows.map(({ input, drawing }, at) => ({
    number: at + 1,
    input: input || `Input ${at + 1}`,
    drawing,
    short: shortResult(drawing),
  }));
}

/** The lines that hold the words searched for, in the order asked for; what has no score comes last either way. */
export function sortedBatch(lines: readonly BatchLine[], search: string, { by, isDown }: BatchSorting): BatchLine[] {
  const words = search.trim().toLowerCase();
  const found = lines.filter(({ input, short }) => `${input} ${short.text}`.toLowerCase().includes(words));
  const sign = isDown ? -1 : 1;
  return found.toSorted((a, b) => {
    if (by === "score") return byScore(a, b, sign);
    if (by === "number") return sign * (a.number - b.number);
    return sign * collator.compare(by === "input" ? a.input : a.short.text, by === "input" ? b.input : b.short.text);
  });
}

function byScore(a: BatchLine, b: BatchLine, sign: number): number {
  if (a.short.score === null || b.short.score === null) {
    return Number(a.short.score === null) - Number(b.short.score === null);
  }
  return sign * (a.short.score - b.short.score);
}
