import "server-only";
import { DescribeAlarmHistoryCommand, DescribeAlarmsCommand, type MetricAlarm } from "@aws-sdk/client-cloudwatch";

import { regionById } from "@/catalog/regions/select";
import { COMPARISONS, STATISTICS, StepAlarm } from "@/lib/scaling/policy-schema";
import type { ScalingAlarmView } from "@/lib/scaling/target-view";

import { type AwsTarget, cloudWatchClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

const STATE_TTL_MS = 10_000;
/** The most names that DescribeAlarms takes, and the most alarms it gives. */
const ALARMS_AT_ONCE = 100;

/** An alarm with what the editor needs to put it again; null where it holds what the editor would lose. */
export type ScalingAlarm = ScalingAlarmView & { editable: StepAlarm | null };

type Page = { items: ScalingAlarm[]; nextCursor: string | null };

/** A page (100) of the account's metric alarms that start a scaling policy of SageMaker. */
export function describeScalingAlarms(target: AwsTarget, cursor: string | null): Promise<Page> {
  return cachedRead(target, "DescribeAlarms", { scaling: cursor }, STATE_TTL_MS, async () => {
    const out = await describe(target, {
      NextToken: cursor ?? undefined,
      ActionPrefix: `arn:${regionById(target.region)?.partition ?? "aws"}:autoscaling:${target.region}:`,
    });
    return { items: out.items.filter(({ actions }) => actions.some(isScalingPolicy)), nextCursor: out.nextCursor };
  });
}

/** The alarms of those names that are there; up to a hundred. */
export async function describeScalingAlarmsNamed(target: AwsTarget, names: readonly string[]): Promise<ScalingAlarm[]> {
  if (names.length === 0) return [];
  const sorted = names.toSorted().slice(0, ALARMS_AT_ONCE);
  const page = await cachedRead(target, "DescribeAlarms", { names: sorted }, STATE_TTL_MS, () =>
    describe(target, { AlarmNames: sorted }),
  );
  return page.items;
}

/** When an alarm went from one state to another, newest first: a page of a hundred. */
export function describeAlarmStates(
  target: AwsTarget,
  name: string,
  window: { from: Date; to: Date },
): Promise<{ at: string; summary: string }[]> {
  return cachedRead(target, "DescribeAlarmHistory", { name, window }, STATE_TTL_MS, async () => {
    try {
      const out = await cloudWatchClient(target).send(
        new DescribeAlarmHistoryCommand({
          AlarmName: name,
          HistoryItemType: "StateUpdate",
          StartDate: window.from,
          EndDate: window.to,
          MaxRecords: 100,
        }),
      );
      return (out.AlarmHistoryItems ?? []).map(({ Timestamp, HistorySummary }) => ({
        at: Timestamp?.toISOString() ?? "",
        summary: HistorySummary ?? "",
      }));
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

async function describe(
  target: AwsTarget,
  input: { AlarmNames?: string[]; ActionPrefix?: string; NextToken?: string | undefined },
): Promise<Page> {
  try {
    const out = await cloudWatchClient(target).send(
      new DescribeAlarmsCommand({ ...input, AlarmTypes: ["MetricAlarm"], MaxRecords: ALARMS_AT_ONCE }),
    );
    return { items: (out.MetricAlarms ?? []).map(toScalingAlarm), nextCursor: out.NextToken ?? null };
  } catch (cause) {
    throw toAppError(cause);
  }
}

function isScalingPolicy(arn: string): boolean {
  return /:autoscaling:.*:scalingPolicy:.*resource\/sagemaker\//.test(arn);
}

function toScalingAlarm(alarm: MetricAlarm): ScalingAlarm {
  return {
    name: alarm.AlarmName ?? "",
    state: alarm.StateValue ?? "",
    stateReason: alarm.StateReason ?? null,
    stateSince: alarm.StateTransitionedTimestamp?.toISOString() ?? alarm.StateUpdatedTimestamp?.toISOString() ?? null,
    metricName: alarm.MetricName ?? null,
    threshold: alarm.Threshold ?? null,
    actions: alarm.AlarmActions ?? [],
    editable: toEditable(alarm),
  };
}

/** Putting an alarm replaces all of it: one with more than the editor holds would lose the rest. */
function toEditable(alarm: MetricAlarm): StepAlarm | null {
  const others = [...(alarm.OKActions ?? []), ...(alarm.InsufficientDataActions ?? [])];
  if (others.length > 0 || alarm.AlarmActions?.length !== 1 || alarm.Metrics?.length || alarm.ExtendedStatistic)
    return null;
  const read = StepAlarm.safeParse({
    name: alarm.AlarmName,
    namespace: alarm.Namespace,
    metricName: alarm.MetricName,
    dimensions: (alarm.Dimensions ?? []).map(({ Name, Value }) => ({ name: Name, value: Value })),
    statistic: STATISTICS.find((each) => each === alarm.Statistic),
    periodSeconds: alarm.Period,
    periods: alarm.EvaluationPeriods,
    datapoints: alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods,
    threshold: alarm.Threshold,
    comparison: COMPARISONS.find((each) => each === alarm.ComparisonOperator),
    missing: alarm.TreatMissingData ?? "missing",
    description: alarm.AlarmDescription ?? null,
  });
  return read.success ? read.data : null;
}
