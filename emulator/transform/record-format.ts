import { parseCsv } from "../container/contract/csv.ts";
import { FileError } from "./transform-error.ts";

/** How records are read as values for filters and joins: rows of CSV are lists of fields. */
export type RecordFormat = {
  name: "CSV" | "JSON";
  /** The values in a request or answer, one for each record. Throws what its parser throws. */
  parse(text: string): unknown[];
  write(value: unknown): string;
};

const csv: RecordFormat = {
  name: "CSV",
  parse: (text) => parseCsv(text),
  write: (value) => (Array.isArray(value) ? value.map(csvField).join(",") : csvField(value)),
};

/** One JSON value, or one a line. */
const json: RecordFormat = {
  name: "JSON",
  parse(text) {
    try {
      return [JSON.parse(text)];
    } catch (cause) {
      const lines = text.split("\n").filter((line) => line.trim() !== "");
      if (lines.length < 2) throw cause;
      return lines.map((line) => JSON.parse(line) as unknown);
    }
  },
  write: (value) => JSON.stringify(value),
};

/** The format of a content type; null for one that batch transform cannot filter or join. */
export function recordFormat(contentType: string | null): RecordFormat | null {
  const [type = ""] = (contentType ?? "").split(";");
  if (type.trim() === "text/csv") return csv;
  return type.trim() === "application/json" || type.trim() === "application/jsonlines" ? json : null;
}

/** The values of `text`, or a FileError in the service's words. */
export function parseRecords(format: RecordFormat, text: string, from: "input" | "algorithm"): unknown[] {
  try {
    return format.parse(text);
  } catch {
    const what = from === "input" ? "input" : "output from the algorithm";
    throw new FileError("ClientError", [`Failed to parse ${what} as ${format.name}`]);
  }
}

function csvField(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
