import type { EmulatorContext } from "../../context.ts";
import type { Call } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";
import type { Dimension } from "../../telemetry/telemetry.ts";
import { byPeriod, periodMs, readRange } from "./periods.ts";
import { statistic } from "./statistics.ts";

export type GetMetricStatisticsInput = {
  Namespace: string;
  MetricName: string;
  Dimensions?: Dimension[];
  StartTime: number;
  EndTime: number;
  Period: number;
  Statistics?: string[];
  ExtendedStatistics?: string[];
  Unit?: string;
};

const MAX_DATAPOINTS = 1440;

/** GetMetricStatistics: one metric, several statistics for each period. */
export function getMetricStatistics({ telemetry }: EmulatorContext, input: GetMetricStatisticsInput, call: Call) {
  const { Statistics = [], ExtendedStatistics = [] } = input;
  if (Statistics.length + ExtendedStatistics.length === 0) {
    throw new Fault(
      "InvalidParameterCombinationException",
      "At least one of the parameters Statistics and ExtendedStatistics must be specified.",
    );
  }
  const period = periodMs(input.Period);
  const { from, to } = readRange(input.StartTime, input.EndTime, period);
  const asked = Math.ceil((to - from) / period);
  if (asked > MAX_DATAPOINTS) {
    throw new Fault(
      "InvalidParameterCombinationException",
      `You have requested up to ${asked.toLocaleString("en-US")} datapoints, which exceeds the limit of 1,440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`,
    );
  }
  const metric = { namespace: input.Namespace, name: input.MetricName, dimensions: input.Dimensions ?? [] };
  const samples = telemetry.metrics
    .read(call.region, metric, from, to)
    .filter((sample) => input.Unit === undefined || sample.unit === input.Unit);
  const datapoints = [...byPeriod(samples, period)].map(([at, group]) => ({
    Timestamp: at / 1000,
    Unit: group[0]?.unit,
    ...Object.fromEntries(Statistics.map((name) => [name, statistic(name, group)])),
    ...(ExtendedStatistics.length > 0 && {
      ExtendedStatistics: Object.fromEntries(ExtendedStatistics.map((name) => [name, statistic(name, group)])),
    }),
  }));
  return { Label: input.MetricName, Datapoints: datapoints };
}
