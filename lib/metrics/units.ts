import type { ChartRow, MetricRow } from "@/catalog/metrics/schema";

/** How a chart shows its values: what they are multiplied by, and the unit that follows. */
export type Display = { factor: number; unit: string };

const SECONDS: Partial<Record<MetricRow["unit"], number>> = { Microseconds: 1e-6, Milliseconds: 1e-3, Seconds: 1 };

/** Times beyond the limit are shown in the next larger unit. */
const STEPS = [
  { belowSeconds: 1e-3, unit: " µs", perSecond: 1e6 },
  { belowSeconds: 10, unit: " ms", perSecond: 1e3 },
  { belowSeconds: 600, unit: " s", perSecond: 1 },
  { belowSeconds: 36_000, unit: " min", perSecond: 1 / 60 },
  { belowSeconds: Number.POSITIVE_INFINITY, unit: " h", perSecond: 1 / 3_600 },
];

/** The unit in which the highest value of a chart reads best; all its lines use it. */
export function displayOf(unit: MetricRow["unit"], reading: ChartRow["reading"], highest: number): Display {
  if (reading === "share") return { factor: 100, unit: "%" };
  if (reading === "instances") return { factor: 1, unit: "" };
  if (unit === "Percent") return { factor: 1, unit: "%" };
  const inSeconds = SECONDS[unit];
  if (inSeconds === undefined) return { factor: 1, unit: "" };
  const step = STEPS.find(({ belowSeconds }) => highest * inSeconds < belowSeconds) ?? STEPS[2];
  return { factor: inSeconds * (step?.perSecond ?? 1), unit: step?.unit ?? " s" };
}
