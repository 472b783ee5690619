import { isRecord } from "../is-record";
import type { InputForm, InputValues } from "./input-form";

/** A question about a table; the container takes it by columns, each cell as text. */
export const tableForm: InputForm<InputValues["table"]> = {
  empty: { question: "", columns: [""], rows: [[""]] },
  write({ question, columns, rows }) {
    if (!question.trim()) return { ok: false, reason: "Type a question." };
    const names = columns.map((name) => name.trim());
    if (names.some((name) => name === "")) return { ok: false, reason: "Name every column of the table." };
    const repeated = names.find((name, at) => names.indexOf(name) !== at);
    if (repeated !== undefined) return { ok: false, reason: `Two columns are named "${repeated}".` };
    const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
    if (filled.length === 0) return { ok: false, reason: "Fill at least one row of the table." };
    const table = Object.fromEntries(names.map((name, at) => [name, filled.map((row) => row[at] ?? "")]));
    return { ok: true, inputs: { query: question, table } };
  },
  read(inputs, parameters) {
    if (!isRecord(inputs) || typeof inputs.query !== "string" || !isRecord(inputs.table)) return null;
    const columns = Object.keys(inputs.table);
    const cells = Object.values(inputs.table);
    if (columns.length === 0 || !cells.every(isColumn)) return null;
    const height = Math.max(...cells.map((column) => column.length));
    const rows = Array.from({ length: height }, (_, row) => cells.map((column) => String(column[row] ?? "")));
    return { value: { question: inputs.query, columns, rows }, parameters };
  },
};

function isColumn(value: unknown): value is (string | number)[] {
  return Array.isArray(value) && value.every((cell) => typeof cell === "string" || typeof cell === "number");
}
