import type { EndpointUsage, VariantUsage } from "./endpoint-usage";
import type { Fleet } from "./fleet";
import { computeLedger, ratePerHour, type Usage } from "./ledger";
import type { PriceTable } from "./price-table";
import { HOUR_MS, usagesOf } from "./spans";
import type { CostRow } from "./view";

type Window = { from: number; to: number };
export type PricedRow = { row: CostRow; usdByHour: number[] };

const DAY_MS = 24 * HOUR_MS;

/**
 * What an endpoint costs in a month. `lookback` begins before it, so that the first days of a month know who was idle.
 * Projected is what it cost so far and its rate until the month ends; of a serverless one the rate is its last day's.
 */
export function priceEndpoint(
  endpoint: EndpointUsage,
  prices: PriceTable,
  month: Window,
  monthEnd: number,
  lookback: number,
): PricedRow {
  const now = month.to;
  const parts = endpoint.variants.flatMap((variant) =>
    variant.spans.map((span) => usagesOf(span, variant, variant.standing, { from: lookback, to: now })),
  );
  const entry = { id: endpoint.name, usages: parts.flatMap(({ usages }) => usages) };
  const cost = (window: Window) => computeLedger([entry], prices, window).lines[0];
  const line = cost(month);
  const fleets = endpoint.variants.flatMap((variant) => {
    const fleet = variant.spans.at(-1)?.fleet;
    return fleet ? [{ fleet, instances: variant.standing?.instances ?? 0 }] : [];
  });
  const running = endpoint.detail
    ? ratePerHour(
        fleets.flatMap((each) => runningUsage(each, now)),
        prices,
        now,
      )
    : 0;
  const byUse =
    fleets.some(({ fleet }) => fleet.serverless) && endpoint.detail
      ? ((endpoint.isCounted ? cost({ from: Math.max(lookback, now - DAY_MS), to: now })?.usd : null) ?? null)
      : 0;
  const rate = running === null || byUse === null ? null : running + byUse / 24;
  const { isCounted } = endpoint;
  const monthUsd = isCounted ? (line?.usd ?? null) : null;
  const calls = isCounted ? callsIn(endpoint.variants, month.from) : null;
  const idleSince = isCounted
    ? idleStart(
        endpoint,
        fleets.map(({ fleet }) => fleet),
        lookback,
        now,
      )
    : null;
  return {
    usdByHour: isCounted ? (line?.usdByHour ?? []) : [],
    row: {
      id: `endpoint ${endpoint.name}`,
      kind: "endpoint",
      name: endpoint.name,
      what: fleets.map(({ fleet, instances }) => describe(fleet, endpoint.detail ? instances : null)).join(", "),
      status: endpoint.detail?.status ?? "Deleted",
      isRunning: endpoint.detail !== null,
      isCounted,
      isSample: endpoint.isSample,
      usdPerHour: rate,
      monthUsd,
      projectedUsd: monthUsd === null || rate === null ? null : monthUsd + (rate * (monthEnd - now)) / HOUR_MS,
      successfulCalls: calls,
      usdPer1000Calls:
        monthUsd === null || !calls || (line?.unpriced.length ?? 0) > 0 ? null : (monthUsd / calls) * 1_000,
      idleSince: idleSince === null ? null : new Date(idleSince).toISOString(),
      wastedUsd: idleSince === null ? null : (cost({ from: idleSince, to: now })?.usd ?? null),
      unpriced: line?.unpriced ?? [],
      isEstimated: isCounted && parts.some(({ isEstimated }) => isEstimated),
    },
  };
}

function runningUsage({ fleet, instances }: { fleet: Fleet; instances: number }, now: number): Usage[] {
  const at = (count: number) => [{ from: now, to: now, count }];
  if (fleet.serverless)
    return [{ kind: "provisioned", memoryMb: fleet.serverless.memoryMb, spans: at(fleet.serverless.provisioned) }];
  const component = fleet.mode === "async" ? "async" : "hosting";
  return [{ kind: "instances", instanceType: fleet.instanceType, component, spans: at(instances) }];
}

function callsIn(variants: readonly VariantUsage[], from: number): number {
  const sum = (of: ReadonlyMap<number, number>) =>
    [...of].reduce((total, [hour, value]) => (hour >= from ? total + value : total), 0);
  return Math.max(
    0,
    Math.round(variants.reduce((total, { calls, failures }) => total + sum(calls) - sum(failures), 0)),
  );
}

/** The end of the last hour in which somebody called, or when the endpoint began; null: it is not idle for an hour. */
function idleStart(endpoint: EndpointUsage, fleets: readonly Fleet[], lookback: number, now: number): number | null {
  if (!endpoint.detail || fleets.every(({ serverless }) => serverless && serverless.provisioned === 0)) return null;
  const called = endpoint.variants.flatMap(({ calls }) => [...calls].flatMap(([hour, sum]) => (sum > 0 ? [hour] : [])));
  const last = called.length > 0 ? Math.max(...called) + HOUR_MS : null;
  const since = last ?? Math.max(lookback, Date.parse(endpoint.detail.createdAt ?? "") || lookback);
  return now - since >= HOUR_MS ? since : null;
}

function describe(fleet: Fleet, instances: number | null): string {
  if (fleet.serverless) return `serverless, ${fleet.serverless.memoryMb / 1024} GB`;
  const type = fleet.instanceType ?? "unknown type";
  const what = instances === null ? type : `${instances} × ${type}`;
  return fleet.mode === "async" ? `${what}, async` : what;
}
