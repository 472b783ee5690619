import type { EmulatorContext } from "../../context.ts";
import type { Call } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";
import type { Dimension } from "../../telemetry/telemetry.ts";
import { evaluateExpression } from "./math/evaluate.ts";
import { isSeries, type Series, type Value } from "./math/values.ts";
import { byPeriod, periodMs, readRange } from "./periods.ts";
import { statistic } from "./statistics.ts";

type MetricStat = {
  Metric: { Namespace: string; MetricName: string; Dimensions?: Dimension[] };
  Period: number;
  Stat: string;
  Unit?: string;
};
type Query = {
  Id: string;
  MetricStat?: MetricStat;
  Expression?: string;
  Label?: string;
  ReturnData?: boolean;
  Period?: number;
};
export type GetMetricDataInput = {
  MetricDataQueries: Query[];
  StartTime: number;
  EndTime: number;
  ScanBy?: "TimestampAscending" | "TimestampDescending";
};

type Result = { Id: string; Label: string; Timestamps: number[]; Values: number[]; StatusCode: "Complete" };

/** GetMetricData: statistics of metrics and math over them, each as parallel arrays, latest first unless asked otherwise. */
export function getMetricData(context: EmulatorContext, input: GetMetricDataInput, call: Pick<Call, "region">) {
  const queries = new Map(input.MetricDataQueries.map((query) => [query.Id, query]));
  if (queries.size < input.MetricDataQueries.length) {
    throw invalid("The values for parameter id in MetricDataQueries are not unique.");
  }
  const period = periodOf(input);
  const range = readRange(input.StartTime, input.EndTime, period);
  const values = new Map<string, Value>();
  const underWay = new Set<string>();

  const scope = {
    metrics: (idPart: string): Series[] =>
      [...queries.values()].flatMap((query) => {
        const value = query.MetricStat && query.Id.includes(idPart) ? resolve(query.Id) : undefined;
        return value instanceof Map ? [value] : [];
      }),
    times: () => periodStarts(range.from, range.to, period),
    periodSeconds: period / 1000,
  };

  function resolve(id: string): Value {
    const known = values.get(id);
    if (known !== undefined) return known;
    const query = queries.get(id);
    if (!query) throw invalid(`The expression refers to the id ${id}, which is not in the request.`);
    if (underWay.has(id)) throw invalid(`The expression of ${id} refers to itself.`);
    underWay.add(id);
    const value = query.MetricStat
      ? readMetric(context, call.region, query.MetricStat, input)
      : evaluateExpression(query.Expression ?? "", resolve, scope);
    underWay.delete(id);
    values.set(id, value);
    return value;
  }

  const wanted = input.MetricDataQueries.filter((query) => query.ReturnData !== false);
  return {
    MetricDataResults: wanted.flatMap((query) => toResults(query, resolve(query.Id), scope.times(), input.ScanBy)),
    Messages: [],
  };
}

function readMetric(
  { telemetry }: EmulatorContext,
  region: string,
  stat: MetricStat,
  input: GetMetricDataInput,
): Series {
  const period = periodMs(stat.Period);
  const { from, to } = readRange(input.StartTime, input.EndTime, period);
  const { Namespace: namespace, MetricName: name, Dimensions: dimensions = [] } = stat.Metric;
  const samples = telemetry.metrics
    .read(region, { namespace, name, dimensions }, from, to)
    .filter((sample) => stat.Unit === undefined || sample.unit === stat.Unit);
  return new Map([...byPeriod(samples, period)].map(([at, group]) => [at, statistic(stat.Stat, group)]));
}

function toResults(query: Query, value: Value, times: number[], scanBy: GetMetricDataInput["ScanBy"]): Result[] {
  if (Array.isArray(value)) return value.flatMap((series) => toResults(query, series, times, scanBy));
  if (typeof value === "string") throw invalid(`The expression of ${query.Id} has no series as its result.`);
  // A number alone is shown as a flat line.
  const points = isSeries(value) ? [...value] : times.map((at): [number, number] => [at, value]);
  points.sort(([a], [b]) => (scanBy === "TimestampAscending" ? a - b : b - a));
  return [
    {
      Id: query.Id,
      Label: query.Label ?? query.MetricStat?.Metric.MetricName ?? query.Id,
      Timestamps: points.map(([at]) => at / 1000),
      Values: points.map(([, point]) => point),
      StatusCode: "Complete",
    },
  ];
}

/** Expressions are drawn in the coarsest period of the metrics that they are made of. */
function periodOf({ MetricDataQueries }: GetMetricDataInput): number {
  const seconds = MetricDataQueries.map((query) => query.MetricStat?.Period ?? query.Period ?? 0);
  return periodMs(Math.max(...seconds) || 300);
}

function periodStarts(from: number, to: number, period: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / period) }, (_, index) => from + index * period);
}

function invalid(message: string): Fault {
  return new Fault("InvalidParameterValueException", message);
}
