import { toCsv } from "@/lib/format/csv";

import type { TimeChart } from "./time-chart";
import type { TimeBase } from "./time-labels";

/** A chart as CSV (RFC 4180): one row for each moment, ISO times in UTC or the seconds since the start, gaps empty. */
export function chartCsv({ times, lines, unit }: TimeChart, base: TimeBase = "utc"): string {
  const suffix = unit.trim() === "" ? "" : ` (${unit.trim()})`;
  const columns = lines.flatMap(({ name, values, previous }) => [
    { head: `${name}${suffix}`, values },
    ...(previous ? [{ head: `${name}, previous period${suffix}`, values: previous }] : []),
  ]);
  const head = [base === "elapsed" ? "seconds since the start" : "time", ...columns.map((column) => column.head)];
  const rows = times.map((at, index) => [
    base === "elapsed" ? String(at) : new Date(at * 1_000).toISOString(),
    ...columns.map(({ values }) => String(values[index] ?? "")),
  ]);
  return toCsv([head, ...rows]);
}
