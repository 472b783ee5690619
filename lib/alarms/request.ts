import type { AlarmRequest, SaveAlarmInput } from "./schema";
import type { AlarmMetric, AlarmRule } from "./view";

/** Marks what the console made, so that it may take it away with its endpoint. */
export const MADE_HERE = { Key: "created-by", Value: "huggingface-sagemaker-console" };

type Wish = {
  name: string;
  description: string;
  metric: AlarmMetric;
  rule: AlarmRule;
  /** ARNs of the topics that are told. */
  topics: string[];
};

/** What PutMetricAlarm is sent for a new alarm. The topics are told when it is over, too. */
export function buildAlarmRequest({ name, description, metric, rule, topics }: Wish): AlarmRequest {
  return {
    AlarmName: name,
    ...(description && { AlarmDescription: description }),
    ActionsEnabled: true,
    AlarmActions: topics,
    OKActions: topics,
    InsufficientDataActions: [],
    ...metricPart(metric),
    ...rulePart(rule),
    Tags: [MADE_HERE],
  };
}

/** The request of a changed alarm: what the form does not show stays as it is. */
export function changeAlarmRequest(
  before: AlarmRequest,
  { description, metric, rule }: SaveAlarmInput,
  topics: string[],
): AlarmRequest {
  const { AlarmDescription: _, Statistic: __, ExtendedStatistic: ___, Tags: ____, ...rest } = before;
  const replace = (actions: string[]) => [...actions.filter((arn) => !isTopic(arn)), ...topics];
  return {
    ...rest,
    ...(description && { AlarmDescription: description }),
    AlarmActions: replace(before.AlarmActions),
    OKActions: replace(before.OKActions),
    Period: metric.periodSeconds,
    ...statistic(metric.stat),
    ...rulePart(rule),
  };
}

export function isTopic(arn: string): boolean {
  return /^arn:aws[a-z-]*:sns:/.test(arn);
}

function metricPart({ namespace, name, dimensions, stat, periodSeconds }: AlarmMetric) {
  return {
    Namespace: namespace,
    MetricName: name,
    Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
    Period: periodSeconds,
    ...statistic(stat),
  };
}

function rulePart({ threshold, comparison, periods, datapoints, missing }: AlarmRule) {
  return {
    EvaluationPeriods: periods,
    DatapointsToAlarm: datapoints,
    Threshold: threshold,
    ComparisonOperator: comparison,
    TreatMissingData: missing,
  };
}

/** Percentiles have a parameter of their own. */
function statistic(stat: string): Pick<AlarmRequest, "Statistic" | "ExtendedStatistic"> {
  return stat.startsWith("p") ? { ExtendedStatistic: stat } : { Statistic: stat as AlarmRequest["Statistic"] };
}
