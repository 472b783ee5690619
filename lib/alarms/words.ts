import { formatReading } from "@/lib/format/numbers";

import { alarmDisplay, metricFacts } from "./metric-facts";
import type { AlarmMetric, AlarmRule, AlarmView } from "./view";

export const COMPARISON_SIGNS: Record<AlarmRule["comparison"], string> = {
  GreaterThanOrEqualToThreshold: "≥",
  GreaterThanThreshold: ">",
  LessThanOrEqualToThreshold: "≤",
  LessThanThreshold: "<",
};

export const MISSING_WORDS: Record<AlarmRule["missing"], string> = {
  notBreaching: "is fine",
  breaching: "counts as beyond the threshold",
  ignore: "leaves the state as it is",
  missing: "is insufficient data",
};

/** An alarm in one line: `5XX errors ≥ 5 in 3 of 3 minutes`. */
export function alarmSentence({ metric, rule }: Pick<AlarmView, "metric" | "rule">): string {
  const what = metric ? metricWords(metric) : "An expression of metrics";
  if (!rule) return `${what}, without a fixed threshold`;
  const threshold = metric ? thresholdWords(metric, rule.threshold) : formatReading(rule.threshold);
  const seconds = metric?.periodSeconds ?? 60;
  return `${what} ${COMPARISON_SIGNS[rule.comparison]} ${threshold} in ${spanWords(rule, seconds)}`;
}

/** `5XX errors`, `p99 model latency`, `highest disk`. */
export function metricWords(metric: AlarmMetric): string {
  const { title, reading } = metricFacts(metric);
  if (reading === "instances" && metric.stat === "SampleCount") return title;
  const stat = STATS[metric.stat] ?? metric.stat;
  return stat === "" ? title : `${stat} ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

/** A threshold with its unit: `2 s`, `90%`. */
export function thresholdWords(metric: AlarmMetric, threshold: number): string {
  const { factor, unit } = alarmDisplay(metric, threshold);
  return `${formatReading(Number((threshold * factor).toPrecision(9)))}${unit}`;
}

/** `3 of 3 minutes`, `2 of 5 periods of 5 minutes`, `1 minute`. */
export function spanWords({ datapoints, periods }: AlarmRule, periodSeconds: number): string {
  const unit = periodWords(periodSeconds);
  if (unit.startsWith("1 ")) {
    const word = unit.slice(2);
    return periods === 1 ? `1 ${word}` : `${datapoints} of ${periods} ${word}s`;
  }
  return periods === 1 ? unit : `${datapoints} of ${periods} periods of ${unit}`;
}

/** `1 minute`, `5 minutes`, `1 hour`, `30 seconds`. */
export function periodWords(seconds: number): string {
  const [count, word] =
    seconds % 3_600 === 0
      ? [seconds / 3_600, "hour"]
      : seconds % 60 === 0
        ? [seconds / 60, "minute"]
        : [seconds, "second"];
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** A sum is what anybody expects of a count. */
const STATS: Record<string, string> = {
  Sum: "",
  Average: "average",
  Maximum: "highest",
  Minimum: "lowest",
  SampleCount: "samples of",
};
