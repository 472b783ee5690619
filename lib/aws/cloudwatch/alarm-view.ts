import type { Dimension, MetricAlarm } from "@aws-sdk/client-cloudwatch";

import { AlarmRequest } from "@/lib/alarms/schema";
import { ALARM_STATES, type AlarmView, COMPARISONS, MISSING_DATA } from "@/lib/alarms/view";

/** An alarm as the browser sees it; null when it does not watch an endpoint. */
export function toAlarmView(alarm: MetricAlarm): AlarmView | null {
  const dimensions = dimensionsOf(alarm);
  const endpoint = dimensionNamed(dimensions, "EndpointName");
  if (!endpoint || !alarm.AlarmName) return null;
  return {
    name: alarm.AlarmName,
    arn: alarm.AlarmArn ?? "",
    description: alarm.AlarmDescription ?? null,
    metric: metricOf(alarm),
    rule: ruleOf(alarm),
    state: ALARM_STATES.find((state) => state === alarm.StateValue) ?? "INSUFFICIENT_DATA",
    reason: alarm.StateReason ?? null,
    stateAt: (alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp)?.toISOString() ?? null,
    configuredAt: alarm.AlarmConfigurationUpdatedTimestamp?.toISOString() ?? null,
    isTelling: alarm.ActionsEnabled ?? true,
    alarmActions: alarm.AlarmActions ?? [],
    okActions: alarm.OKActions ?? [],
    endpoint,
    variant: dimensionNamed(dimensions, "VariantName"),
    isOfScaling: isOfScaling(alarm),
  };
}

/** The request that would make the alarm as it is; null for a kind that the console does not make. */
export function toAlarmRequest(alarm: MetricAlarm): AlarmRequest | null {
  const { AlarmDescription, Statistic, ExtendedStatistic, Unit, EvaluateLowSampleCountPercentile } = alarm;
  const parsed = AlarmRequest.safeParse({
    ...alarm,
    AlarmDescription: AlarmDescription || undefined,
    Statistic,
    ExtendedStatistic,
    Unit,
    EvaluateLowSampleCountPercentile,
    DatapointsToAlarm: alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods,
    TreatMissingData: alarm.TreatMissingData ?? "missing",
  });
  return parsed.success ? parsed.data : null;
}

function metricOf({ MetricName, Namespace, Statistic, ExtendedStatistic, Period, Dimensions }: MetricAlarm) {
  const stat = Statistic ?? ExtendedStatistic;
  if (!MetricName || !Namespace || !stat) return null;
  const dimensions = Object.fromEntries((Dimensions ?? []).map(({ Name = "", Value = "" }) => [Name, Value]));
  return { namespace: Namespace, name: MetricName, dimensions, stat, periodSeconds: Period ?? 60 };
}

function ruleOf({ ComparisonOperator, Threshold, EvaluationPeriods = 1, ...alarm }: MetricAlarm): AlarmView["rule"] {
  const comparison = COMPARISONS.find((each) => each === ComparisonOperator);
  if (!comparison || Threshold === undefined) return null;
  return {
    comparison,
    threshold: Threshold,
    periods: EvaluationPeriods,
    datapoints: alarm.DatapointsToAlarm ?? EvaluationPeriods,
    missing: MISSING_DATA.find((each) => each === alarm.TreatMissingData) ?? "missing",
  };
}

/** Those of its metric, or of the first metric of its expression that has any. */
function dimensionsOf({ Dimensions, Metrics }: MetricAlarm): Dimension[] {
  if (Dimensions?.length) return Dimensions;
  return Metrics?.map(({ MetricStat }) => MetricStat?.Metric?.Dimensions ?? []).find(({ length }) => length > 0) ?? [];
}

function dimensionNamed(dimensions: readonly Dimension[], name: string): string | null {
  return dimensions.find(({ Name }) => Name === name)?.Value ?? null;
}

/** Target tracking names its alarms so, and every scaling policy acts through its alarms' actions. */
function isOfScaling({ AlarmName = "", AlarmActions = [] }: MetricAlarm): boolean {
  return AlarmName.startsWith("TargetTracking-") || AlarmActions.some((arn) => arn.includes(":scalingPolicy:"));
}
