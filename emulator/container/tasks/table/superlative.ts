import { type Mention, nearest } from "./find-columns.ts";
import type { Column, Grid } from "./grid.ts";

/** The row or rows that lead in a column. */
export type Superlative = { column: Column; direction: 1 | -1; at: number };

const MOST =
  /^(most|highest|largest|biggest|greatest|maximum|max|top|longest|tallest|heaviest|fastest|latest|newest|best|oldest|richest|farthest)$/;
const LEAST = /^(least|lowest|smallest|fewest|minimum|min|shortest|cheapest|earliest|youngest|worst|lightest)$/;
/** With years and dates, old means a small number. */
const IN_TIME = /\b(year|date|born|birth|founded|built|opened|released)\b/;

export function findSuperlative(question: string[], mentions: Mention[], { columns }: Grid): Superlative | null {
  const at = question.findIndex((word, index) => (MOST.test(word) || LEAST.test(word)) && question[index - 1] !== "at");
  const word = question[at];
  if (word === undefined) return null;
  const numeric = mentions.filter(({ column }) => column.isNumeric);
  const column = nearest(numeric, at)?.column ?? only(columns.filter(({ isNumeric }) => isNumeric));
  if (!column) return null;
  const isMost = MOST.test(word);
  const isReversed = IN_TIME.test(column.name.toLowerCase()) && /^(oldest|youngest)$/.test(word);
  return { column, direction: isMost !== isReversed ? 1 : -1, at };
}

function only(columns: Column[]): Column | undefined {
  return columns.length === 1 ? columns[0] : undefined;
}

/** Of the rows, those with the column's greatest (or least) number. */
export function leadingRows(rows: number[], { column, direction }: Superlative): number[] {
  const numbers = rows.map((row) => column.cells[row]?.number ?? Number.NaN).filter((number) => !Number.isNaN(number));
  const best = direction === 1 ? Math.max(...numbers) : Math.min(...numbers);
  return rows.filter((row) => column.cells[row]?.number === best);
}
