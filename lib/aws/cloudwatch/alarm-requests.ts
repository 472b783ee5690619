import "server-only";
import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";

import { componentResource } from "@/lib/scaling/target-view";
import type { AwsCall } from "@/lib/specification/view";

import type { AwsTarget } from "../client";
import { toAppError } from "../errors";
import { listAlarmTags } from "./alarms";
import { readMetricAlarms } from "./metric-alarms";

/** What DescribeAlarms answers of an alarm beyond what PutMetricAlarm takes. */
const OF_ANSWERS = /^(AlarmArn|AlarmConfigurationUpdatedTimestamp|State.*|EvaluationState)$/;

/** An endpoint with the inference components on it. */
type Watched = { endpoint: string; components: readonly string[] };

/**
 * The calls that would make the alarms of an endpoint and its components, and those that start one of these policies
 * whatever they watch.
 * All alarms of the account are read for it, up to five thousand. Those that Application Auto Scaling makes for its target
 * tracking policies are left out: they come and go with the policy.
 */
export async function alarmRequests(
  target: AwsTarget,
  watched: Watched,
  policyArns: readonly string[] = [],
): Promise<AwsCall[]> {
  const found: AwsCall[] = [];
  try {
    const { alarms } = await readMetricAlarms(target);
    const own = alarms.filter((alarm) => isOf(alarm, watched) || starts(alarm, policyArns));
    for (const alarm of own.filter(({ AlarmName = "" }) => !isOfTracking(AlarmName, watched))) {
      const tags = await listAlarmTags(target, alarm.AlarmArn ?? "");
      found.push(toCall(tags.length > 0 ? { ...alarm, Tags: tags } : alarm));
    }
    return found;
  } catch (cause) {
    throw toAppError(cause);
  }
}

function starts({ AlarmActions = [] }: MetricAlarm, policyArns: readonly string[]): boolean {
  return AlarmActions.some((action) => policyArns.includes(action));
}

function isOf({ Dimensions = [], Metrics = [] }: MetricAlarm, { endpoint, components }: Watched): boolean {
  const all = [...Dimensions, ...Metrics.flatMap(({ MetricStat }) => MetricStat?.Metric?.Dimensions ?? [])];
  return all.some(
    ({ Name, Value = "" }) =>
      (Name === "EndpointName" && Value === endpoint) ||
      (Name === "InferenceComponentName" && components.includes(Value)),
  );
}

function isOfTracking(alarm: string, { endpoint, components }: Watched): boolean {
  const owners = [`endpoint/${endpoint}/`, ...components.map((name) => `${componentResource(name)}-Alarm`)];
  return owners.some((owner) => alarm.startsWith(`TargetTracking-${owner}`));
}

function toCall(alarm: MetricAlarm & { Tags?: object[] }): AwsCall {
  const members = Object.entries(alarm).filter(
    ([name, value]) => !OF_ANSWERS.test(name) && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { service: "cloudwatch", operation: "PutMetricAlarm", input: Object.fromEntries(members) };
}
