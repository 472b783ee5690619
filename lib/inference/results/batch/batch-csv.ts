import type { Row } from "../answer";
import type { Drawing } from "../result";
import { shortResult } from "./short-result";

/** Excel reads a CSV file as UTF-8 only when it begins with this mark; other readers skip it. */
const BYTE_ORDER_MARK = "\uFEFF";

/** A row for each input, as a CSV file for spreadsheets. */
export function batchCsv(rows: readonly Row<Drawing>[]): string {
  const head = ["number", "input", "result", "score", "details"];
  const lines = rows.map(({ input, drawing }, at) => {
    const { text, score, details } = shortResult(drawing);
    return [at + 1, input, text, score ?? "", details];
  });
  const records = [head, ...lines].map((line) => `${line.map(csvField).join(",")}\r\n`);
  return BYTE_ORDER_MARK + records.join("");
}

/**
 * One field. Spreadsheets run what begins like a formula, and here it may come from a stranger's text: such a text
 * starts with an apostrophe (OWASP, "CSV Injection"). Numbers stay numbers.
 */
export function csvField(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
