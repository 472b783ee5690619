import { formatReading } from "@/lib/format/numbers";

import type { PolicyConfig, TrackedMetric } from "./policy-schema";
import type { ScheduledConfig, Suspended } from "./schema";
import type { PolicyView, ScalingAlarmView } from "./target-view";
import { predefinedMetric } from "./tracked-metrics";

/** A policy in one line: `Keeps invocations per instance at 100; out after 60 s, in after 300 s`. */
export function policyWords(
  { config, name, arn, otherwise }: Pick<PolicyView, "config" | "name" | "arn" | "otherwise">,
  alarms: readonly ScalingAlarmView[] = [],
): string {
  if (!config) return `${name}: ${otherwise ?? "of another type"}`;
  // Only steps are told by their alarm: an account has thousands of others.
  const alarm = config.kind === "step" ? alarms.find(({ actions }) => actions.includes(arn)) : undefined;
  return configWords(config, alarm?.metricName ? `${alarm.metricName} beyond ${alarm.threshold}` : null);
}

/** The same of a policy in the editor; `start` is what starts steps whose alarm it does not hold. */
export function configWords(config: PolicyConfig, start: string | null = null): string {
  if (config.kind === "step") {
    const { alarm, steps } = config;
    const begin = alarm
      ? `${alarm.metricName} ${comparisonSign(alarm.comparison)} ${formatReading(alarm.threshold)}`
      : (start ?? "its alarm");
    return `Steps ${steps.map(({ adjustment }) => adjustmentWords(adjustment, config.adjustment)).join(", ")} on ${begin}`;
  }
  const { target, scaleOutCooldownSeconds, scaleInCooldownSeconds, isScaleInDisabled } = config;
  const cooldowns = `out after ${scaleOutCooldownSeconds ?? 300} s, ${isScaleInDisabled ? "never in" : `in after ${scaleInCooldownSeconds ?? 300} s`}`;
  return `Keeps ${metricWords(config.metric)} at ${formatReading(target)}; ${cooldowns}`;
}

/** `invocations per instance`, or CloudWatch's own name. */
export function metricWords(metric: TrackedMetric): string {
  if (metric.kind === "customized") return metric.metricName;
  const known = predefinedMetric(metric.type);
  return known ? known.label.charAt(0).toLowerCase() + known.label.slice(1) : metric.type;
}

const SIGNS = {
  GreaterThanThreshold: ">",
  GreaterThanOrEqualToThreshold: "≥",
  LessThanThreshold: "<",
  LessThanOrEqualToThreshold: "≤",
} as const;

export function comparisonSign(comparison: keyof typeof SIGNS): string {
  return SIGNS[comparison];
}

/** `+2`, `−10 %`, `to 4`. */
export function adjustmentWords(
  amount: number,
  type: "ChangeInCapacity" | "PercentChangeInCapacity" | "ExactCapacity",
): string {
  if (type === "ExactCapacity") return `to ${amount}`;
  const sign = amount < 0 ? "−" : "+";
  return `${sign}${Math.abs(amount)}${type === "PercentChangeInCapacity" ? " %" : ""}`;
}

/** `min 2 at cron(0 8 ? * MON-FRI *), Europe/Berlin`. */
export function scheduleWords({ schedule, timezone, min, max }: ScheduledConfig): string {
  const bounds = [min === null ? null : `min ${min}`, max === null ? null : `max ${max}`].filter(Boolean).join(", ");
  return `${bounds} at ${schedule}${timezone ? `, ${timezone}` : ""}`;
}

/** `Scaling out and scheduled actions`; null: nothing is suspended. */
export function suspendedWords({ scaleIn, scaleOut, scheduled }: Suspended): string | null {
  const parts = [
    scaleOut ? "scaling out" : null,
    scaleIn ? "scaling in" : null,
    scheduled ? "scheduled actions" : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  if (parts.length === 3) return "All scaling";
  const words = parts.join(" and ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
