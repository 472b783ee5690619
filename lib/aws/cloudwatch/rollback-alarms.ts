import "server-only";
import {
  DescribeAlarmsCommand,
  type MetricAlarm,
  PutMetricAlarmCommand,
  SetAlarmStateCommand,
} from "@aws-sdk/client-cloudwatch";

import type { AlarmRequest } from "@/lib/updates/alarms";

import { type AwsTarget, cloudWatchClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

const TTL_MS = 10_000;
const MOST_PAGES = 5;

/** The first 500 metric alarms of the account and region: enough to offer those that watch one endpoint. */
export function listMetricAlarms(target: AwsTarget): Promise<MetricAlarm[]> {
  return cachedRead(target, "DescribeAlarms", "for-updates", TTL_MS, async () => {
    try {
      const alarms: MetricAlarm[] = [];
      let NextToken: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const out = await cloudWatchClient(target).send(
          new DescribeAlarmsCommand({ AlarmTypes: ["MetricAlarm"], MaxRecords: 100, NextToken }),
        );
        alarms.push(...(out.MetricAlarms ?? []));
        NextToken = out.NextToken;
        if (!NextToken) break;
      }
      return alarms;
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** Those of some alarms that stand at ALARM now; not from the cache. */
export async function alarmsInAlarm(target: AwsTarget, names: string[]): Promise<string[]> {
  if (names.length === 0) return [];
  try {
    const out = await cloudWatchClient(target).send(
      new DescribeAlarmsCommand({ AlarmNames: names, AlarmTypes: ["MetricAlarm"], StateValue: "ALARM" }),
    );
    return (out.MetricAlarms ?? []).flatMap(({ AlarmName }) => AlarmName ?? []);
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Makes an alarm, or replaces the one of its name. */
export async function putRollbackAlarm(target: AwsTarget, request: AlarmRequest): Promise<void> {
  try {
    await cloudWatchClient(target).send(new PutMetricAlarmCommand(request));
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Puts an alarm to a state by hand, until CloudWatch evaluates it the next time. */
export async function setAlarmState(
  target: AwsTarget,
  name: string,
  state: "OK" | "ALARM",
  reason: string,
): Promise<void> {
  try {
    await cloudWatchClient(target).send(
      new SetAlarmStateCommand({ AlarmName: name, StateValue: state, StateReason: reason }),
    );
  } catch (cause) {
    throw toAppError(cause);
  }
}
