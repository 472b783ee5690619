import { PredictionError } from "./prediction-error.ts";
import { pythonRepr } from "./python-repr.ts";

/** Errors that the handler raises itself come out with their code at the end. */
const NO_HEADER =
  "You need to provide the correct CSV with Header columns to use it with the inference toolkit default handler. : 400";
const NO_ROW = "list index out of range";

/** Tasks whose requests do not fit rows. */
const NOT_BY_CSV = new Set(["zero-shot-classification", "table-question-answering"]);

/** A CSV body as the handler's decoder reads it: the `inputs` column, or, without one, its rows as objects. */
export function decodeCsv(text: string, task: string): Record<string, unknown> {
  if (NOT_BY_CSV.has(task)) {
    throw new PredictionError(`content type text/csv not support with ${task}, use different content_type : 400`);
  }
  if (text === "") throw new PredictionError(NO_ROW);
  const [header = [], ...lines] = parseCsv(text);
  if (!/question|context|inputs/i.test(header.join(","))) throw new PredictionError(NO_HEADER);
  const rows = lines.filter((line) => line.length > 1 || line[0] !== "");
  if (rows.length === 0) throw new PredictionError(NO_ROW);
  const inputsAt = header.indexOf("inputs");
  if (inputsAt >= 0) return { inputs: rows.map((row) => row[inputsAt] ?? null) };
  return { inputs: rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? null]))) };
}

/** Rows of fields by RFC 4180: quotes, doubled quotes, line breaks inside quotes. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let rest = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  while (true) {
    const [whole = "", quoted, plain = "", end] = /^(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/.exec(rest) ?? [
      rest,
      undefined,
      rest,
    ];
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    rest = rest.slice(whole.length);
    if (end === ",") continue;
    rows.push(row);
    row = [];
    if (end !== "\n") return rows;
  }
}

/** What the handler's encoder writes: for a list of objects a header and rows. On other answers it fails. */
export function encodeCsv(prediction: unknown): string {
  const [first, ...others] = Array.isArray(prediction) ? prediction : Object.keys((prediction ?? {}) as object);
  if (first === undefined) throw new PredictionError(NO_ROW);
  if (typeof first !== "object" || first === null || Array.isArray(first)) {
    throw new PredictionError(`'${Array.isArray(first) ? "list" : "str"}' object has no attribute 'keys'`);
  }
  const header = Object.keys(first);
  const lines = [first, ...others].map((row) => header.map((name) => field(row[name])).join(","));
  return `${[header.map(field).join(","), ...lines].join("\r\n")}\r\n`;
}

function field(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" ? value : pythonRepr(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
