import "server-only";
import { cachedRead } from "@/lib/aws/read-cache";
import { AppError } from "@/lib/errors";
import type { Workspace } from "@/lib/workspaces/view";

import { type PricedRow, priceEndpoint } from "./endpoint-costs";
import { readEndpointUsage } from "./endpoint-usage";
import { readJobCosts } from "./job-costs";
import { hoursBetween } from "./ledger";
import { monthOf } from "./month";
import { pricesOf } from "./prices";
import { HOUR_MS } from "./spans";
import { COST_KINDS, type CostKind, type CostsView } from "./view";

/** CloudWatch has a minute's value a minute or two later: counting more often shows nothing new. */
const LEDGER_TTL_MS = 60_000;
/** How long before the month idle endpoints are looked for. */
const LOOKBACK_MS = 31 * 24 * HOUR_MS;

/** The costs of a workspace this month, counted once a minute however many look. */
export function readCosts(workspace: Workspace): Promise<CostsView> {
  return cachedRead(workspace, "Costs", null, LEDGER_TTL_MS, () => countCosts(workspace, Date.now()));
}

/** Counts the costs of the month that holds `now` (epoch milliseconds). What may not be read is named among the gaps. */
export async function countCosts(workspace: Workspace, now: number): Promise<CostsView> {
  const whole = monthOf(now);
  const month = { from: whole.from, to: now };
  const { table, source } = await pricesOf(workspace);
  // A full hour, because CloudWatch's hours are.
  const lookback = Math.floor((now - LOOKBACK_MS) / HOUR_MS) * HOUR_MS;
  const gaps: string[] = [];
  const part = async (what: string, read: Promise<{ rows: PricedRow[]; gaps: string[] }>): Promise<PricedRow[]> => {
    try {
      const found = await read;
      gaps.push(...found.gaps);
      return found.rows;
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause;
      gaps.push(`${what} are not counted. ${cause.message}`);
      return [];
    }
  };
  const endpoints = readEndpointUsage(workspace, { from: Math.min(lookback, month.from), to: now }).then((read) => ({
    gaps: read.gaps,
    rows: read.endpoints.map((each) => priceEndpoint(each, table, month, whole.to, lookback)),
  }));
  const priced = (
    await Promise.all([
      part("Endpoints", endpoints),
      part("Training jobs", readJobCosts(workspace, "training", table, month)),
      part("Batch transform jobs", readJobCosts(workspace, "transform", table, month)),
    ])
  ).flat();
  const rows = priced.map(({ row }) => row).filter((row) => row.isRunning || (row.isCounted && row.monthUsd !== 0));
  const hours = hoursBetween(month.from, month.to);
  const total = (of: (row: (typeof rows)[number]) => number | null) =>
    rows.reduce((sum, row) => sum + (of(row) ?? 0), 0);
  return {
    from: new Date(month.from).toISOString(),
    now: new Date(now).toISOString(),
    until: new Date(whole.to).toISOString(),
    usdPerHour: total((row) => row.usdPerHour),
    monthUsd: total((row) => row.monthUsd),
    projectedUsd: total((row) => row.projectedUsd ?? row.monthUsd),
    rows: rows.sort((a, b) => (b.monthUsd ?? -1) - (a.monthUsd ?? -1) || a.name.localeCompare(b.name)),
    hours: hours.map((hour) => hour / 1_000),
    usdByHour: Object.fromEntries(COST_KINDS.map((kind) => [kind, sumByHour(priced, kind, hours.length)])) as Record<
      CostKind,
      number[]
    >,
    prices: source,
    gaps,
  };
}

function sumByHour(priced: readonly PricedRow[], kind: CostKind, length: number): number[] {
  const own = priced.filter(({ row }) => row.kind === kind);
  return Array.from({ length }, (_, hour) => own.reduce((sum, { usdByHour }) => sum + (usdByHour[hour] ?? 0), 0));
}
