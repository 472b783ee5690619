import type { MetricPoint } from "@/lib/aws/cloudwatch/get-metric-data";

import type { MetricsWindow } from "./windows";

/** Points on the periods of a window: one value each, null where CloudWatch has none. */
export function fill(points: readonly MetricPoint[], { fromMs, toMs, periodSeconds }: MetricsWindow) {
  const periodMs = periodSeconds * 1_000;
  const values = new Array<number | null>(Math.round((toMs - fromMs) / periodMs)).fill(null);
  for (const { at, value } of points) {
    const index = Math.floor((Date.parse(at) - fromMs) / periodMs);
    if (index >= 0 && index < values.length) values[index] = value;
  }
  return values;
}

/**
 * Samples as a number of instances: each publishes one every `frequencySeconds`. The period that is still running has not
 * all of its samples, so it stays a gap.
 */
export function toInstances(
  values: readonly (number | null)[],
  { fromMs, periodSeconds }: MetricsWindow,
  nowMs: number,
  frequencySeconds: number,
): (number | null)[] {
  return values.map((value, index) => {
    const endsAt = fromMs + (index + 1) * periodSeconds * 1_000;
    if (value === null || endsAt > nowMs) return null;
    return Math.round((value / Math.max(1, periodSeconds / frequencySeconds)) * 10) / 10;
  });
}
