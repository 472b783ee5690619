import { isRecord } from "../is-record";
import type { InputForm, InputValues } from "./input-form";
import { fromLines, linesOf } from "./lines";

/** A question about a table, or one for each line; the container takes it by columns, each cell as text. */
export const tableForm: InputForm<InputValues["table"]> = {
  empty: { question: "", isBatch: false, columns: ["", ""], rows: [["", ""]] },
  check({ question, columns, rows }) {
    if (!question.trim()) return "Type a question.";
    const names = usedColumns(columns, rows).map((at) => columns[at]?.trim() ?? "");
    if (names.length === 0 || names.some((name) => name === "")) return "Name every column of the table.";
    const repeated = names.find((name, at) => names.indexOf(name) !== at);
    if (repeated !== undefined) return `Two columns are named "${repeated}".`;
    return rows.some(isFilled) ? null : "Fill at least one row of the table.";
  },
  write({ question, isBatch, columns, rows }) {
    const filled = rows.filter(isFilled);
    const column = (at: number) => [columns[at]?.trim() ?? "", filled.map((row) => row[at] ?? "")];
    const table = Object.fromEntries(usedColumns(columns, rows).map(column));
    return { inputs: { query: isBatch ? linesOf(question) : question, table } };
  },
  read(inputs, parameters) {
    if (!isRecord(inputs) || !isRecord(inputs.table)) return null;
    const { query, table, ...others } = inputs;
    const question = typeof query === "string" ? query : fromLines(query);
    if (question === null || Object.keys(others).length > 0) return null;
    const columns = Object.keys(table);
    const cells = Object.values(table);
    if (columns.length === 0 || !cells.every(isColumn)) return null;
    const height = Math.max(...cells.map((column) => column.length));
    const rows = Array.from({ length: height }, (_, row) => cells.map((column) => String(column[row] ?? "")));
    return { value: { question, isBatch: typeof query !== "string", columns, rows }, parameters };
  },
};

/** Where the columns stand that have a name or a cell: the others are room that nobody needed. */
function usedColumns(columns: string[], rows: string[][]): number[] {
  const isUsed = (at: number) => columns[at]?.trim() || rows.some((row) => row[at]?.trim());
  return [...columns.keys()].filter(isUsed);
}

function isFilled(row: string[]): boolean {
  return row.some((cell) => cell.trim() !== "");
}

function isColumn(value: unknown): value is (string | number)[] {
  return Array.isArray(value) && value.every((cell) => typeof cell === "string" || typeof cell === "number");
}
