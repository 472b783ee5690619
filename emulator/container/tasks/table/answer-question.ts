import { findColumns, type Mention } from "./find-columns.ts";
import { type Condition, comparisons, mentionedCells } from "./find-conditions.ts";
import type { Column, Grid } from "./grid.ts";
import { findWords, words } from "./question-words.ts";
import { findSuperlative, leadingRows, type Superlative } from "./superlative.ts";

export type Aggregator = "NONE" | "SUM" | "AVERAGE" | "COUNT";

/** The cells that answer a question, by row and column, and what is to be done with them. */
export type TableAnswer = { coordinates: [number, number][]; aggregator: Aggregator };

const NOTHING: TableAnswer = { coordinates: [], aggregator: "NONE" };
const SUM = /^(total|sum|altogether|combined|overall)$/;
const AVERAGE = /^(average|mean)$/;

/**
 * Answers by rules: which columns the question names, which cells it mentions, comparisons, superlatives, and words
 * that ask to count, add or average. `among` limits the rows, for a question about an earlier answer.
 */
export function answerQuestion(query: string, grid: Grid, among: Set<number> | null = null): TableAnswer {
  const question = words(query);
  const mentions = findColumns(question, grid);
  const cells = mentionedCells(question, grid, mentions);
  const compared = comparisons(question, mentions, cells);
  const conditions = [
    ...cells.filter((cell) => !compared.some((each) => cell.from < each.to && cell.to > each.from)),
    ...compared,
  ];
  const superlative = findSuperlative(question, mentions, grid);
  const isAbout = mentions.length > 0 || conditions.length > 0 || superlative !== null;
  if (!isAbout) return NOTHING;
  const all = selectRows(question, grid, conditions, among);
  const rows = superlative ? leadingRows(all, superlative) : all;
  const asked = askedColumn(question, grid, mentions, conditions, superlative);
  const aggregator = chooseAggregator(question, asked, rows, superlative);
  const column = aggregator === "COUNT" ? (grid.columns[0] as Column) : asked;
  return { coordinates: rows.map((row) => [row, column.at]), aggregator };
}

/** Conditions on one column are alternatives, those on several must all hold; `not` before one turns it round. */
function selectRows(question: string[], grid: Grid, conditions: Condition[], among: Set<number> | null): number[] {
  const isNegated = ({ from }: Condition): boolean =>
    question
      .slice(Math.max(0, from - 3), from)
      .some((word) => word === "not" || word === "except" || word === "without");
  const columns = [...new Set(conditions.map(({ column }) => column.at))];
  const passes = (row: number): boolean =>
    columns.every((at) => {
      const group = conditions.filter(({ column }) => column.at === at);
      const tests = group.map((condition) => condition.rows.has(row) !== isNegated(condition));
      return group.some(isNegated) || group.some(({ from, to }) => isRange(question, from, to))
        ? tests.every(Boolean)
        : tests.some(Boolean);
    });
  return Array.from({ length: grid.rowCount }, (_, row) => row).filter(
    (row) => (!among || among.has(row)) && passes(row),
  );
}

/** Two bounds of one number hold together. */
function isRange(question: string[], from: number, to: number): boolean {
  return question.slice(from, to).some((word) => /^\d/.test(word)) && to - from > 1;
}

function askedColumn(
  question: string[],
  grid: Grid,
  mentions: Mention[],
  conditions: Condition[],
  superlative: Superlative | null,
): Column {
  const first = grid.columns[0] as Column;
  const used = new Set(conditions.map(({ column }) => column.at));
  const asking = question.findIndex((word) => /^(what|which|who|how|when|where|list|show|give|name)$/.test(word));
  const behind = mentions.filter(({ from }) => from >= Math.max(asking, 0));
  if (superlative) {
    // "What is the highest price" asks for the price, "which has the highest price" for who has it.
    const direct = behind.find(({ column, from }) => column === superlative.column && from > superlative.at);
    const isValue =
      /^(what|how)$/.test(question[asking] ?? "") &&
      findWords(question, ["has"]) < 0 &&
      findWords(question, ["have"]) < 0;
    const other = behind.find(({ column, from }) => column !== superlative.column && from < superlative.at);
    if (other) return other.column;
    return direct && isValue ? superlative.column : first;
  }
  return (
    behind.find(({ column }) => !used.has(column.at)) ?? { column: used.has(first.at) ? lastUnused(grid, used) : first }
  ).column;
}

/** Where only the name is given, what else there is to say of it. */
function lastUnused({ columns }: Grid, used: Set<number>): Column {
  return columns.find(({ at }) => !used.has(at)) ?? (columns[0] as Column);
}

function chooseAggregator(
  question: string[],
  asked: Column,
  rows: number[],
  superlative: Superlative | null,
): Aggregator {
  if (asked.isNumeric && question.some((word) => AVERAGE.test(word))) return "AVERAGE";
  if (asked.isNumeric && question.some((word) => SUM.test(word)) && !superlative) return "SUM";
  const isNumberOf = findWords(question, ["number", "of"]) >= 0 && !superlative;
  const isHow = findWords(question, ["how", "many"]) >= 0 || isNumberOf;
  const isMuch = findWords(question, ["how", "much"]) >= 0;
  if (!isHow && !isMuch) return "NONE";
  if (asked.isNumeric) return rows.length > 1 ? "SUM" : "AVERAGE";
  return isHow && !superlative ? "COUNT" : "NONE";
}
