import { AlarmWindow } from "@/lib/scaling/engine/alarm-window.ts";
import type { Alarm as Threshold } from "@/lib/scaling/engine/policy.ts";
import type { EmulatorContext } from "../../../context.ts";
import { type GetMetricDataInput, getMetricData } from "../get-metric-data.ts";
import { type AlarmDefinition, type AlarmState, alarmPeriodMs } from "./alarm-store.ts";

export type Verdict = { state: AlarmState; reason: string; datapoints: (number | null)[] };

/** What an alarm stands at when its newest period ends at `end` (epoch milliseconds). */
export function evaluateAlarm(
  context: EmulatorContext,
  region: string,
  definition: AlarmDefinition,
  end: number,
  before: AlarmState,
): Verdict {
  const { EvaluationPeriods: periods = 1, TreatMissingData = "missing" } = definition;
  const period = alarmPeriodMs(definition);
  const byTime = datapoints(context, region, definition, end - periods * period, end);
  const values = Array.from({ length: periods }, (_, index) => byTime.get(end - (periods - index) * period) ?? null);
  const window = new AlarmWindow({
    metric: "",
    comparison: definition.ComparisonOperator as Threshold["comparison"],
    threshold: definition.Threshold ?? 0,
    periods,
    datapoints: definition.DatapointsToAlarm ?? periods,
    missing: TreatMissingData as Threshold["missing"],
  });
  for (const value of values) window.push(value);
  const isSilent = values.every((value) => value === null);
  const state = TreatMissingData === "ignore" && isSilent ? before : window.state;
  return { state, reason: reasonOf(definition, state, values), datapoints: values };
}

/** An alarm's metric over its newest period that had ended at `end` (epoch milliseconds). */
export function readPeriod(
  context: EmulatorContext,
  region: string,
  definition: AlarmDefinition,
  end: number,
): number | null {
  const period = alarmPeriodMs(definition);
  const last = Math.floor(end / period) * period;
  return datapoints(context, region, definition, last - period, last).get(last - period) ?? null;
}

function datapoints(
  context: EmulatorContext,
  region: string,
  definition: AlarmDefinition,
  from: number,
  to: number,
): Map<number, number> {
  const input: GetMetricDataInput = {
    MetricDataQueries: definition.Metrics ?? [metricQuery(definition)],
    StartTime: from / 1000,
    EndTime: to / 1000,
  };
  const { MetricDataResults } = getMetricData(context, input, { region });
  const [result] = MetricDataResults;
  return new Map(result?.Timestamps.map((at, index) => [at * 1000, result.Values[index] ?? 0]));
}

function metricQuery(definition: AlarmDefinition) {
  const { Namespace = "", MetricName = "", Dimensions = [], Period = 60, Unit } = definition;
  return {
    Id: "m",
    MetricStat: {
      Metric: { Namespace, MetricName, Dimensions },
      Period,
      Stat: definition.ExtendedStatistic ?? definition.Statistic ?? "Average",
      ...(Unit !== undefined && { Unit }),
    },
  };
}

const WORDS: Record<string, string> = {
  GreaterThanThreshold: "greater than",
  GreaterThanOrEqualToThreshold: "greater than or equal to",
  LessThanThreshold: "less than",
  LessThanOrEqualToThreshold: "less than or equal to",
};

/** CloudWatch's own sentence. */
function reasonOf(definition: AlarmDefinition, state: AlarmState, values: (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  if (state === "INSUFFICIENT_DATA") return "Insufficient Data: not enough data points to tell.";
  const crossed = `Threshold Crossed: ${known.length} ${known.length === 1 ? "datapoint" : "datapoints"} [${known.join(", ")}]`;
  const isWas = known.length === 1 ? "was" : "were";
  const not = state === "OK" ? "not " : "";
  return `${crossed} ${isWas} ${not}${WORDS[definition.ComparisonOperator ?? ""]} the threshold (${definition.Threshold}).`;
}
