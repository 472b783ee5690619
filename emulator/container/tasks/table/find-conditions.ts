import { type Mention, nearest } from "./find-columns.ts";
import type { Column, Grid } from "./grid.ts";
import { findWords, isStop } from "./question-words.ts";
import { readNumber } from "./read-number.ts";

/** Rows that a part of the question asks for. */
export type Condition = { column: Column; rows: Set<number>; from: number; to: number };

const MORE =
  /^(more|greater|higher|larger|bigger|over|above|exceeding|older|later|after|longer|taller|heavier|faster|since)$/;
const LESS = /^(less|fewer|lower|smaller|under|below|younger|earlier|before|shorter|cheaper|lighter)$/;
const SCALES = ["thousand", "million", "billion"];
/** Words of a name that may stand together in a question. */
const LONGEST_PHRASE = 6;

/** Rows in which a cell holds words of the question. */
export function mentionedCells(question: string[], grid: Grid, mentions: Mention[]): Condition[] {
  const found: Condition[] = [];
  const isFree = (from: number, to: number): boolean => !found.some((each) => from < each.to && to > each.from);
  for (let length = Math.min(LONGEST_PHRASE, question.length); length > 0; length -= 1) {
    for (let from = 0; from + length <= question.length; from += 1) {
      const phrase = question.slice(from, from + length);
      const isHeader = mentions.some((each) => from < each.to && from + length > each.from);
      if (phrase.every(isStop) || isStop(phrase[0] ?? "") || !isFree(from, from + length)) continue;
      const condition = cellsWith(phrase, grid, isHeader);
      if (condition) found.push({ ...condition, from, to: from + length });
    }
  }
  return found;
}

/** The column in which a cell is the phrase, else the first in which one contains it. */
function cellsWith(phrase: string[], { columns }: Grid, isHeader: boolean): Pick<Condition, "column" | "rows"> | null {
  const isWhole = ({ cells }: Column): boolean =>
    cells.some((cell) => cell.words.length === phrase.length && findWords(cell.words, phrase) === 0);
  // A word that names a column counts as a cell only if it is one, and numbers are cells only as a whole.
  const whole = columns.find(isWhole);
  const isPartial = !isHeader && !/^\d/.test(phrase[0] ?? "");
  const column =
    whole ??
    (isPartial ? columns.find(({ cells }) => cells.some((cell) => findWords(cell.words, phrase) >= 0)) : undefined);
  if (!column) return null;
  const rows = column.cells.flatMap((cell, row) => (findWords(cell.words, phrase) >= 0 ? [row] : []));
  return { column, rows: new Set(rows) };
}

/** `more than 100`, `at most 5 million`, `between 2 and 4`, `more stars than Datasets`. */
export function comparisons(question: string[], mentions: Mention[], cells: Condition[]): Condition[] {
  const numeric = mentions.filter(({ column }) => column.isNumeric);
  return question.flatMap((word, at) => {
    const test = readTest(question, at, word);
    const value = test && (numberAt(question, test.valueAt) ?? rowValue(question, at, numeric, cells));
    if (!test || !value) return [];
    const column = value.column ?? nearest(numeric, value.to)?.column;
    if (!column) return [];
    const rows = column.cells.flatMap(({ number }, row) =>
      number !== null && test.passes(number, value) ? [row] : [],
    );
    return [{ column, rows: new Set(rows), from: at, to: value.to }];
  });
}

type Value = { low: number; high: number; to: number; column?: Column };
type Test = { valueAt: number; passes(number: number, value: Value): boolean };

function readTest(question: string[], at: number, word: string): Test | null {
  const next = question[at + 1];
  if (word === "at" && next === "least") return { valueAt: at + 2, passes: (number, { low }) => number >= low };
  if (word === "at" && next === "most") return { valueAt: at + 2, passes: (number, { low }) => number <= low };
  if (word === "between")
    return { valueAt: at + 1, passes: (number, { low, high }) => number >= low && number <= high };
  const valueAt = next === "than" ? at + 2 : at + 1;
  if (MORE.test(word))
    return { valueAt, passes: (number, { low }) => (word === "since" ? number >= low : number > low) };
  return LESS.test(word) ? { valueAt, passes: (number, { low }) => number < low } : null;
}

function numberAt(question: string[], at: number): Value | null {
  const low = scaled(question, at);
  if (!low) return null;
  const high = question[low.to] === "and" ? scaled(question, low.to + 1) : null;
  return { low: low.value, high: high?.value ?? low.value, to: high?.to ?? low.to };
}

function scaled(question: string[], at: number): { value: number; to: number } | null {
  const text = question[at];
  if (text === undefined || !/^\d/.test(text)) return null;
  const scale = SCALES.includes(question[at + 1] ?? "") ? ` ${question[at + 1]}` : "";
  const value = readNumber(`${text}${scale}`);
  return value === null ? null : { value, to: at + (scale ? 2 : 1) };
}

/** The number of a row that the question compares others with. */
function rowValue(question: string[], at: number, numeric: Mention[], cells: Condition[]): Value | null {
  const than = question.indexOf("than", at);
  const row = cells.find(({ from }) => than >= 0 && from > than);
  const column = nearest(numeric, at)?.column;
  const [first] = row?.rows ?? [];
  const number = first === undefined ? null : (column?.cells[first]?.number ?? null);
  if (!row || !column || number === null) return null;
  // The row is what others are measured by, not what is asked for.
  cells.splice(cells.indexOf(row), 1);
  return { low: number, high: number, to: row.to, column };
}
