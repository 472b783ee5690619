import type { MinuteSeries } from "./view";

const MINUTE_MS = 60_000;
/** Two weeks and a day, as CloudWatch keeps single minutes. */
const MOST_MINUTES = 15 * 1_440;
const MOST_PROBLEMS = 20;

export type CsvProblem = { line: number; message: string };
export type CsvTraffic = { fromMs: number; minutes: number; invocations: MinuteSeries; instances: MinuteSeries };
export type CsvOutcome = { ok: true; traffic: CsvTraffic } | { ok: false; problems: CsvProblem[]; more: number };

type Row = { at: number; invocations: number | null; instances: number | null };

/**
 * Traffic from a CSV file with the columns `time` (ISO 8601 with a zone), `invocations` (in that minute) and, when known,
 * `instances`. Rows may come in any order; minutes without a row have no data.
 */
export function parseTrafficCsv(text: string): CsvOutcome {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const head = (lines[0] ?? "").split(",").map((cell) => unquoted(cell).toLowerCase());
  const columns = {
    time: head.indexOf("time"),
    invocations: head.indexOf("invocations"),
    instances: head.indexOf("instances"),
  };
  const missing = (["time", "invocations"] as const).filter((name) => columns[name] < 0);
  if (missing.length > 0) {
    return refused([{ line: 1, message: `The first line must name the column ${missing.join(" and the column ")}.` }]);
  }
  const problems: CsvProblem[] = [];
  const rows = new Map<number, Row>();
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === "") continue;
    const row = readRow(line, columns);
    const known = typeof row === "string" ? null : rows.get(row.at);
    if (typeof row === "string") problems.push({ line: index + 1, message: row });
    else if (known) problems.push({ line: index + 1, message: `${isoMinute(row.at)} is there twice.` });
    else rows.set(row.at, row);
  }
  if (problems.length > 0) return refused(problems);
  return toTraffic([...rows.values()]);
}

function toTraffic(rows: Row[]): CsvOutcome {
  const times = rows.map(({ at }) => at).sort((one, two) => one - two);
  const from = times[0];
  const last = times.at(-1);
  if (from === undefined || last === undefined) return refused([{ line: 2, message: "There is no row of traffic." }]);
  const minutes = (last - from) / MINUTE_MS + 1;
  if (minutes > MOST_MINUTES) {
    return refused([{ line: 2, message: `It spans ${Math.ceil(minutes / 1_440)} days; the most is 15.` }]);
  }
  const empty = (): MinuteSeries => new Array<number | null>(minutes).fill(null);
  const traffic: CsvTraffic = { fromMs: from, minutes, invocations: empty(), instances: empty() };
  for (const { at, invocations, instances } of rows) {
    const minute = (at - from) / MINUTE_MS;
    traffic.invocations[minute] = invocations;
    traffic.instances[minute] = instances;
  }
  return { ok: true, traffic };
}

/** A row, or what is wrong with it. */
function readRow(line: string, columns: { time: number; invocations: number; instances: number }): Row | string {
  const cells = line.split(",").map(unquoted);
  const time = cells[columns.time] ?? "";
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/.test(time) ? Date.parse(time) : Number.NaN;
  if (Number.isNaN(at)) return `"${time}" is no time: write it as 2026-01-31T14:05Z.`;
  const invocations = readCount(cells[columns.invocations] ?? "", "invocations");
  if (typeof invocations === "string") return invocations;
  const instances = readCount(columns.instances < 0 ? "" : (cells[columns.instances] ?? ""), "instances");
  if (typeof instances === "string") return instances;
  return { at: Math.floor(at / MINUTE_MS) * MINUTE_MS, invocations, instances };
}

function readCount(text: string, name: string): number | null | string {
  if (text === "") return null;
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 ? value : `"${text}" is no number of ${name}.`;
}

const unquoted = (cell: string) => cell.trim().replace(/^"(.*)"$/, "$1");
const isoMinute = (ms: number) => `${new Date(ms).toISOString().slice(0, 16)}Z`;

function refused(problems: CsvProblem[]): CsvOutcome {
  return { ok: false, problems: problems.slice(0, MOST_PROBLEMS), more: Math.max(0, problems.length - MOST_PROBLEMS) };
}
