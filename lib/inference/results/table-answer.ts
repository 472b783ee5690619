import { isRecord } from "../is-record";
import type { ReadAnswer } from "./answer";

export type TableAnswer = {
  kind: "table-answer";
  query: string;
  columns: string[];
  rows: string[][];
  answer: string;
  /** Row and column of each cell that the answer was read from. */
  coordinates: [number, number][];
  aggregator: string | null;
};

/** Answers about a table: one for each query of a list, or for each query-and-table of a list. */
export const readTableAnswer: ReadAnswer<TableAnswer> = (value, asked) => {
  const items: unknown[] = Array.isArray(value) ? value.flat() : [value];
  const rows = items.map((item, at) => toTableAnswer(item, queryAt(asked.inputs, at)));
  if (rows.length === 0 || !rows.every((row) => row !== null)) return null;
  return rows.map((drawing) => ({ input: drawing.query, drawing }));
};

type Query = { query: string; columns: string[]; rows: string[][] };

/** One table may be asked several queries; several inputs each bring their own. */
function queryAt(inputs: readonly unknown[], at: number): Query {
  const input = inputs.length > 1 ? inputs[at] : inputs[0];
  const { query, table } = isRecord(input) ? input : {};
  return { query: String(Array.isArray(query) ? (query[at] ?? "") : (query ?? "")), ...readTable(table) };
}

/** A table by its columns, or as a list of rows. */
function readTable(table: unknown): { columns: string[]; rows: string[][] } {
  if (Array.isArray(table)) {
    const records = table.filter(isRecord);
    const columns = [...new Set(records.flatMap(Object.keys))];
    return { columns, rows: records.map((record) => columns.map((column) => String(record[column] ?? ""))) };
  }
  const columns = Object.entries(isRecord(table) ? table : {}).filter(([, cells]) => Array.isArray(cells));
  const cells = columns.map(([, column]) => column as unknown[]);
  const height = cells.reduce((most, column) => Math.max(most, column.length), 0);
  return {
    columns: columns.map(([name]) => name),
    rows: Array.from({ length: height }, (_, row) => cells.map((column) => String(column[row] ?? ""))),
  };
}

function toTableAnswer(value: unknown, query: Query): TableAnswer | null {
  if (!isRecord(value) || typeof value.answer !== "string") return null;
  const { answer, aggregator, coordinates } = value;
  return {
    kind: "table-answer",
    ...query,
    answer,
    coordinates: (Array.isArray(coordinates) ? coordinates : []).filter(isPair),
    aggregator: typeof aggregator === "string" && aggregator !== "NONE" ? aggregator : null,
  };
}

function isPair(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "number");
}

/**
 * What the aggregator makes of the cells: models only name it and leave the arithmetic to the reader. Null when there is
 * none, or a cell is no number.
 */
export function aggregate({ aggregator, coordinates, rows }: TableAnswer): number | null {
  if (aggregator === "COUNT") return coordinates.length;
  if (coordinates.length === 0 || (aggregator !== "SUM" && aggregator !== "AVERAGE")) return null;
  const numbers = coordinates.map(([row, column]) => toNumber(rows[row]?.[column] ?? ""));
  if (!numbers.every((number) => number !== null)) return null;
  const sum = numbers.reduce((total, number) => total + number, 0);
  return aggregator === "SUM" ? sum : sum / numbers.length;
}

/** Tables are written for people: `36,542`, `$12`. */
function toNumber(cell: string): number | null {
  const text = cell.replace(/[\s,$€£%]/g, "");
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : null;
}
