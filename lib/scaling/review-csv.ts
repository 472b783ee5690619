import { toCsv } from "@/lib/format/csv";

import { activityTitle } from "./activity-words";
import type { ReviewRow } from "./review-rows";

const HEAD = [
  "endpoint",
  "variant or component",
  "dimension",
  "minimum",
  "current",
  "desired",
  "maximum",
  "policies",
  "suspended",
  "schedules",
  "last activity",
  "last activity at",
  "warnings",
];

/** The review as CSV (RFC 4180), one row for each target; what is not known is empty. */
export function reviewCsv(rows: readonly ReviewRow[]): string {
  return toCsv([
    HEAD,
    ...rows.map((row) => [
      row.endpoint ?? "",
      row.part,
      row.target ? row.dimension : "",
      String(row.target?.min ?? ""),
      String(row.current ?? ""),
      String(row.desired ?? ""),
      String(row.target?.max ?? ""),
      (row.policies ?? []).join("; "),
      row.suspended ?? "",
      (row.schedules ?? []).join("; "),
      row.lastActivity ? activityTitle(row.lastActivity) : "",
      row.lastActivity?.at ?? "",
      row.warnings.map(({ text }) => text).join(" "),
    ]),
  ]);
}
