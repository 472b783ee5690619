import type { COST_SORTS } from "./search-params";
import type { CostKind, CostRow } from "./view";

type Choice = {
  search: string;
  kind: CostKind | null;
  running: boolean;
  idle: boolean;
  idleHours: string;
  sort: (typeof COST_SORTS)[number];
  order: "asc" | "desc";
};

/** True when nobody called for at least so many hours. */
export function isIdle(row: CostRow, hours: number, now: string): boolean {
  return row.idleSince !== null && Date.parse(now) - Date.parse(row.idleSince) >= hours * 3_600_000;
}

/** The rows that were asked for, in the order asked for; what is unknown stands last. */
export function selectRows(rows: readonly CostRow[], choice: Choice, now: string): CostRow[] {
  const words = choice.search.trim().toLowerCase();
  const shown = rows.filter(
    (row) =>
      row.name.toLowerCase().includes(words) &&
      (choice.kind === null || row.kind === choice.kind) &&
      (!choice.running || row.isRunning) &&
      (!choice.idle || isIdle(row, Number(choice.idleHours), now)),
  );
  const sign = choice.order === "asc" ? 1 : -1;
  if (choice.sort === "name") return shown.sort((a, b) => sign * a.name.localeCompare(b.name));
  const value = VALUES[choice.sort];
  return shown.sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right) || a.name.localeCompare(b.name);
  });
}

const VALUES = {
  month: (row: CostRow) => row.monthUsd,
  rate: (row: CostRow) => row.usdPerHour,
  projected: (row: CostRow) => row.projectedUsd,
  calls: (row: CostRow) => row.usdPer1000Calls,
};
