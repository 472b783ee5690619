import { toCsv } from "@/lib/format/csv";

import type { CostRow } from "./view";

/** Rows of the cost page as CSV, amounts unrounded; what is unknown is empty, never zero. */
export function costsCsv(rows: readonly CostRow[]): string {
  const amount = (usd: number | null) => (usd === null ? "" : String(Number(usd.toFixed(6))));
  return toCsv([
    [
      "kind",
      "name",
      "status",
      "what",
      "usd per hour",
      "usd month to date",
      "usd projected",
      "successful calls",
      "usd per 1000 calls",
      "idle since",
      "usd since then",
      "without a known price",
      "estimated",
    ],
    ...rows.map((row) => [
      row.kind,
      row.name,
      row.status,
      row.what,
      amount(row.usdPerHour),
      amount(row.monthUsd),
      amount(row.projectedUsd),
      row.successfulCalls === null ? "" : String(row.successfulCalls),
      amount(row.usdPer1000Calls),
      row.idleSince ?? "",
      amount(row.wastedUsd),
      row.unpriced.join("; "),
      row.isEstimated ? "yes" : "no",
    ]),
  ]);
}
