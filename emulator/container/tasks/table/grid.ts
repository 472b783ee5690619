import { words } from "./question-words.ts";
import { readNumber } from "./read-number.ts";

/** A table with its words and numbers found once. */
export type Grid = { columns: Column[]; rowCount: number };

export type Column = {
  at: number;
  name: string;
  /** Words of the header without those that every table has. */
  words: string[];
  cells: Cell[];
  /** Whether most cells are numbers. */
  isNumeric: boolean;
};

export type Cell = { text: string; words: string[]; number: number | null };

/** From the column-wise form of the request; all columns are equally long. */
export function toGrid(table: Record<string, string[]>): Grid {
  const columns = Object.entries(table).map(([name, texts], at) => {
    const cells = texts.map((text) => ({ text, words: words(text), number: readNumber(text) }));
    const numbers = cells.filter(({ number }) => number !== null).length;
    return { at, name, words: words(name), cells, isNumeric: numbers > cells.length / 2 };
  });
  return { columns, rowCount: columns[0]?.cells.length ?? 0 };
}
