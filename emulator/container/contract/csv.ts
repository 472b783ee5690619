import { PredictionError } from "./prediction-error.ts";

const NO_HEADER =
  "You need to provide the correct CSV with Header columns to use it with the inference toolkit default handler.";

/** Tasks whose requests do not fit rows. */
const NOT_BY_CSV = new Set(["zero-shot-classification", "table-question-answering"]);

/** A CSV body as the handler's decoder reads it: the `inputs` column, or, without one, its rows as objects. */
export function decodeCsv(text: string, task: string): Record<string, unknown> {
  if (NOT_BY_CSV.has(task)) {
    throw new PredictionError(`content type text/csv not support with ${task}, use different content_type`);
  }
  const [header = [], ...rows] = parseCsv(text);
  if (!/question|context|inputs/i.test(header.join(","))) throw new PredictionError(NO_HEADER);
  const inputsAt = header.indexOf("inputs");
  if (inputsAt >= 0) return { inputs: rows.map((row) => row[inputsAt] ?? "") };
  return { inputs: rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ""]))) };
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

/** What the handler's encoder writes: for a list of objects a header and rows. Other results it cannot write. */
export function encodeCsv(prediction: unknown): string {
  if (!Array.isArray(prediction)) return Object.keys((prediction ?? {}) as object).join("\n");
  const rows = prediction.map((item) => (typeof item === "object" && item !== null ? item : { inputs: item }));
  const header = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => header.map((name) => field((row as Record<string, unknown>)[name])).join(","));
  return `${[header.join(","), ...lines].join("\r\n")}\r\n`;
}

function field(value: unknown): string {
  const text = typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
