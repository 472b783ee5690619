import "server-only";
import { DescribeAlarmsCommand, type MetricAlarm } from "@aws-sdk/client-cloudwatch";

import { type AwsTarget, cloudWatchClient } from "../client";
import { toAppError } from "../errors";

/** The most names that one DescribeAlarms takes (API reference). */
const MOST_NAMES = 100;

/** An alarm that exists, and the endpoint and the inference component that it watches, if it does. */
export type AlarmOwner = { name: string; endpoint: string | null; component: string | null };

/** Those of the named alarms that exist; not from the cache. */
export async function describeAlarmOwners(target: AwsTarget, names: readonly string[]): Promise<AlarmOwner[]> {
  const found: AlarmOwner[] = [];
  try {
    for (let start = 0; start < names.length; start += MOST_NAMES) {
      const AlarmNames = names.slice(start, start + MOST_NAMES);
      const out = await cloudWatchClient(target).send(
        new DescribeAlarmsCommand({ AlarmNames, AlarmTypes: ["MetricAlarm"], MaxRecords: MOST_NAMES }),
      );
      found.push(...(out.MetricAlarms ?? []).map(toOwner));
    }
    return found;
  } catch (cause) {
    throw toAppError(cause);
  }
}

function toOwner({ AlarmName = "", Dimensions = [], Metrics = [] }: MetricAlarm): AlarmOwner {
  const all = [...Dimensions, ...Metrics.flatMap(({ MetricStat }) => MetricStat?.Metric?.Dimensions ?? [])];
  const of = (name: string) => all.find(({ Name }) => Name === name)?.Value ?? null;
  return { name: AlarmName, endpoint: of("EndpointName"), component: of("InferenceComponentName") };
}
