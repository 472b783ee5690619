import Papa from "papaparse";

import type { Row } from "../answer";
import type { Drawing } from "../result";
import { shortResult } from "./short-result";

/** Excel reads a CSV file as UTF-8 only when it begins with this mark; other readers skip it. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Spreadsheets run what begins like a formula, and here it may come from a stranger's text: such a text gets an
 * apostrophe before it (OWASP, "CSV Injection"). Some skip spaces before they look.
 */
const FORMULA = /^\s*[=+\-@\t\r]/;

/** A row for each input, as a CSV file for spreadsheets. Numbers stay numbers. */
export function batchCsv(rows: readonly Row<Drawing>[]): string {
  const data = rows.map(({ input, drawing }, at) => {
    const { text, score, details } = shortResult(drawing);
    return [at + 1, input, text, score, details];
  });
  const fields = ["number", "input", "result", "score", "details"];
  return BYTE_ORDER_MARK + Papa.unparse({ fields, data }, { escapeFormulae: FORMULA, newline: "\r\n" });
}
