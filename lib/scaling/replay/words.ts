import { formatNumber, formatPercent, plural } from "@/lib/format/numbers";

import type { Fidelity, StartUp } from "./view";

/** What a tracked metric is called beside its target. */
export function targetUnit(metric: string): string {
  if (metric === "invocations") return "invocations a minute for each instance";
  return metric.includes("ConcurrentRequests")
    ? "concurrent requests for each instance"
    : "of its metric for each instance";
}

/** One sentence on how well the replay of today's settings agrees with what was. */
export function fidelityWords({ comparedMinutes, equalMinutes, nearMinutes, largestDifference }: Fidelity): string {
  const equal = formatPercent(equalMinutes / comparedMinutes);
  const near = formatPercent(nearMinutes / comparedMinutes);
  return `In ${equal} of ${plural(comparedMinutes, "minute")} the replay has exactly the instances that really ran, in ${near} within one. The largest difference is ${formatNumber(largestDifference)}.`;
}

/** How far a replay can be believed: from three in four minutes on it follows what was. */
export function fidelityTone({ comparedMinutes, equalMinutes, nearMinutes }: Fidelity): "good" | "info" | "warning" {
  if (equalMinutes / comparedMinutes >= 0.95) return "good";
  return nearMinutes / comparedMinutes >= 0.75 ? "info" : "warning";
}

/** Where the start-up time comes from. */
export function startUpWords({ minutes, measuredOn }: StartUp): string {
  return measuredOn > 0
    ? `${plural(minutes, "minute")}: the middle of ${plural(measuredOn, "scale-out")} of this variant.`
    : `Assumed: this variant has no finished scale-out to measure.`;
}
