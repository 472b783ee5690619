import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import type { EndpointStatus, EndpointSummary } from "@/lib/endpoints/view";
import { plural } from "@/lib/format/numbers";

import type { FailingEndpoint, IdleEndpoint, OverviewCost, OverviewView } from "./view";

const HOUR_MS = 3_600_000;

/** Calls and server errors of one endpoint over the last day. */
export type DayOfCalls = { calls: number; serverErrors: number };

export const BROKEN: readonly EndpointStatus[] = ["Failed", "UpdateRollbackFailed", "OutOfService"];

/** How many endpoints there are of each status, most first. */
export function countByStatus(endpoints: readonly EndpointSummary[]): OverviewView["counts"] {
  const counts = new Map<EndpointStatus, number>();
  for (const { status } of endpoints) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => ({ status, count })).sort((a, b) => b.count - a.count);
}

/** What the endpoints cost together; those without a known price are counted, never taken as free. */
export function sumCost(details: readonly EndpointDetail[], skippedEndpoints: number): OverviewCost {
  const priced = details.filter(({ cost }) => cost.usdPerHour !== null);
  const dates = priced.flatMap(({ cost }) => cost.priceDate ?? []).sort();
  return {
    usdPerHour: priced.length > 0 ? priced.reduce((sum, { cost }) => sum + (cost.usdPerHour ?? 0), 0) : null,
    priceDate: dates[0] ?? null,
    pricedEndpoints: priced.length,
    unpricedEndpoints: details.length - priced.length,
    skippedEndpoints,
  };
}

/** Endpoints that are broken, then those that run but answered with errors of the server. */
export function findFailing(
  broken: readonly Pick<EndpointDetail, "name" | "status" | "failureReason">[],
  running: readonly EndpointDetail[],
  calls: ReadonlyMap<string, DayOfCalls> | null,
  samples: ReadonlySet<string>,
): FailingEndpoint[] {
  const erring = running.flatMap(({ name, status }) => {
    const errors = calls?.get(name)?.serverErrors ?? 0;
    const reason = `${plural(errors, "server error")} in the last 24 hours`;
    return errors > 0 ? [{ name, status, reason, isSample: samples.has(name) }] : [];
  });
  const failed = broken.map(({ name, status, failureReason }) => ({
    name,
    status,
    reason: failureReason,
    isSample: false,
  }));
  return [...failed, ...erring];
}

/**
 * Endpoints that cost by the hour and were not called for a day. One that is younger than an hour is not idle but new;
 * serverless ones cost nothing while nobody calls.
 */
export function findIdle(
  running: readonly EndpointDetail[],
  calls: ReadonlyMap<string, DayOfCalls>,
  now: number,
): IdleEndpoint[] {
  return running
    .filter(({ mode, createdAt }) => mode !== "serverless" && createdAt && now - Date.parse(createdAt) >= HOUR_MS)
    .filter(({ name }) => (calls.get(name)?.calls ?? 0) === 0)
    .map(({ name, createdAt, cost }) => ({ name, since: createdAt, usdPerHour: cost.usdPerHour }))
    .sort((a, b) => (b.usdPerHour ?? 0) - (a.usdPerHour ?? 0));
}
