import Papa from "papaparse";

/** The first lines of a CSV, TSV or JSON Lines file as a table; cells are text. */
export type PreviewTable = { columns: string[]; rows: string[][] };

const MOST_ROWS = 100;

/** `isWhole`: false when the text is only the beginning of the file: its last line may be cut, and is left out. */
export function previewTable(key: string, text: string, isWhole: boolean): PreviewTable | null {
  const usable = isWhole ? text : text.slice(0, text.lastIndexOf("\n") + 1);
  return /\.(jsonl|ndjson)$/i.test(key)
    ? fromJsonLines(usable)
    : fromDelimited(usable, /\.tsv$/i.test(key) ? "\t" : ",");
}

/** Null when a line is no JSON object: the text is shown then. */
function fromJsonLines(text: string): PreviewTable | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const records: Record<string, unknown>[] = [];
  for (const line of lines.slice(0, MOST_ROWS)) {
    const value = parse(line);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    records.push(value as Record<string, unknown>);
  }
  const columns = [...new Set(records.flatMap(Object.keys))];
  return { columns, rows: records.map((record) => columns.map((column) => cell(record[column]))) };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}

function cell(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The first row names the columns. */
function fromDelimited(text: string, delimiter: string): PreviewTable | null {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    delimiter,
    skipEmptyLines: "greedy",
    preview: MOST_ROWS + 1,
  });
  const [columns, ...rows] = data;
  return columns ? { columns, rows } : null;
}
