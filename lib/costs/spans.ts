import type { PriceComponent } from "@/catalog/instance-types/schema";

import type { Fleet, FleetSpan } from "./fleet";
import type { Span, Usage } from "./ledger";

export const HOUR_MS = 3_600_000;

/** Sums of a metric by full hour (epoch milliseconds). */
export type ByHour = ReadonlyMap<number, number>;

/** What is known of a variant's endpoint besides its metrics; null when it is gone. */
export type Standing = { createdAt: number; instances: number } | null;

export type CountedSpans = { spans: Span[]; isEstimated: boolean };

/**
 * How many instances ran over time, from how many values of CPUUtilization CloudWatch holds of each hour: every
 * instance publishes one each `metricSeconds`, so that the sum is right to a minute whatever changed within the hour.
 *
 * An hour without a value of a real-time endpoint that stands is counted at the number it last had (CloudWatch is a few
 * minutes late, and has none of an endpoint that just began): estimated. Asynchronous ones may stand at zero, so
 * nothing is assumed of them.
 */
export function instanceSpans(
  samples: ByHour,
  { fleet, since, until }: FleetSpan,
  standing: Standing,
  window: { from: number; to: number },
): CountedSpans {
  const from = Math.max(window.from, since);
  const to = Math.min(window.to, until);
  const spans: Span[] = [];
  let isEstimated = false;
  let last: number | null = null;
  for (let hour = Math.floor(from / HOUR_MS) * HOUR_MS; hour < to; hour += HOUR_MS) {
    const whole = { from: Math.max(hour, window.from), to: Math.min(hour + HOUR_MS, window.to) };
    const part = { from: Math.max(hour, from), to: Math.min(hour + HOUR_MS, to) };
    const values = samples.get(hour);
    if (values !== undefined) {
      const instances = (values * fleet.metricSeconds * 1_000) / (whole.to - whole.from);
      last = Math.max(1, Math.round(instances));
      // The hour belongs to two fleets: CloudWatch does not say which value is whose.
      if (part.from !== whole.from || part.to !== whole.to) isEstimated ||= since > hour || until < hour + HOUR_MS;
      spans.push({ ...part, count: instances });
      continue;
    }
    if (fleet.mode !== "real-time" || !standing || part.to <= standing.createdAt) continue;
    const count = last ?? standing.instances;
    if (count > 0) isEstimated = true;
    spans.push({ from: Math.max(part.from, standing.createdAt), to: part.to, count });
  }
  return { spans, isEstimated };
}

/** Seconds of compute of a serverless variant, from the sum of ModelLatency (microseconds) of each hour. */
export function computeSpans(latencyUs: ByHour, window: { from: number; to: number }): Span[] {
  return [...latencyUs].flatMap(([hour, sum]) => {
    const span = { from: Math.max(hour, window.from), to: Math.min(hour + HOUR_MS, window.to) };
    return span.to > span.from ? [{ ...span, count: sum / 1_000_000 }] : [];
  });
}

const COMPONENTS = { "real-time": "hosting", async: "async", serverless: "hosting" } as const satisfies Record<
  Fleet["mode"],
  PriceComponent
>;

/** The usages of one fleet of a variant. */
export function usagesOf(
  at: FleetSpan,
  metrics: { samples: ByHour; latencyUs: ByHour },
  standing: Standing,
  window: { from: number; to: number },
): { usages: Usage[]; isEstimated: boolean } {
  const { fleet } = at;
  const own = { from: Math.max(window.from, at.since), to: Math.min(window.to, at.until) };
  if (own.to <= own.from) return { usages: [], isEstimated: false };
  if (fleet.serverless) {
    const { memoryMb, provisioned } = fleet.serverless;
    const kind = provisioned > 0 ? "provisioned" : "serverless";
    const calls: Usage = { kind, memoryMb, spans: computeSpans(metrics.latencyUs, own) };
    const ready: Usage = { kind: "provisioned", memoryMb, spans: [{ ...own, count: provisioned }] };
    return { usages: provisioned > 0 ? [calls, ready] : [calls], isEstimated: false };
  }
  const { spans, isEstimated } = instanceSpans(metrics.samples, at, standing, window);
  return {
    usages: [{ kind: "instances", instanceType: fleet.instanceType, component: COMPONENTS[fleet.mode], spans }],
    isEstimated,
  };
}
