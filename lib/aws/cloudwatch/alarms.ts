import "server-only";
import {
  DeleteAlarmsCommand,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  DisableAlarmActionsCommand,
  EnableAlarmActionsCommand,
  ListTagsForResourceCommand,
  PutMetricAlarmCommand,
  type PutMetricAlarmCommandInput,
} from "@aws-sdk/client-cloudwatch";

import type { AlarmRequest } from "@/lib/alarms/schema";
import type { AlarmHistoryPage, AlarmListView, AlarmView } from "@/lib/alarms/view";
import type { PutAlarmRequest } from "@/lib/scaling/requests";

import { type AwsTarget, cloudWatchClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";
import { toAlarmEvent } from "./alarm-event";
import { toAlarmRequest, toAlarmView } from "./alarm-view";
import { readMetricAlarms } from "./metric-alarms";

/** Alarms change once a period at most, and everybody who looks shares one reading. */
const TTL_MS = 10_000;
/** The most names that DeleteAlarms takes (API reference). */
const MOST_DELETED = 100;

/** The alarms of the account and region that watch endpoints, so far as `isComplete` says. */
export function describeAlarms(target: AwsTarget): Promise<AlarmListView> {
  return cachedRead(target, "DescribeAlarms", "all", TTL_MS, async () => {
    try {
      const { alarms, isComplete } = await readMetricAlarms(target);
      return { alarms: alarms.flatMap((alarm) => toAlarmView(alarm) ?? []), isComplete };
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** An alarm of an endpoint, and the request that would make it as it is. */
export type FoundAlarm = { view: AlarmView; request: AlarmRequest | null };

/** Those of the named alarms (a hundred at most) that exist and watch an endpoint; not from the cache. */
export async function describeAlarmsNamed(target: AwsTarget, names: string[]): Promise<FoundAlarm[]> {
  if (names.length === 0) return [];
  try {
    const out = await cloudWatchClient(target).send(
      new DescribeAlarmsCommand({ AlarmNames: names, AlarmTypes: ["MetricAlarm"], MaxRecords: 100 }),
    );
    return (out.MetricAlarms ?? []).flatMap((alarm) => {
      const view = toAlarmView(alarm);
      return view ? [{ view, request: toAlarmRequest(alarm) }] : [];
    });
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Makes an alarm, or replaces the one of its name. */
export async function putMetricAlarm(target: AwsTarget, request: AlarmRequest | PutAlarmRequest): Promise<void> {
  try {
    await cloudWatchClient(target).send(new PutMetricAlarmCommand(request as PutMetricAlarmCommandInput));
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Lets an alarm do what it does when its state changes, or lets it rest; it goes on changing its state. */
export async function setAlarmActions(target: AwsTarget, name: string, isOn: boolean): Promise<void> {
  const input = { AlarmNames: [name] };
  try {
    if (isOn) await cloudWatchClient(target).send(new EnableAlarmActionsCommand(input));
    else await cloudWatchClient(target).send(new DisableAlarmActionsCommand(input));
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Deletes alarms by name; one that is gone already is no error. */
export async function deleteAlarms(target: AwsTarget, names: readonly string[]): Promise<void> {
  try {
    for (let start = 0; start < names.length; start += MOST_DELETED) {
      const AlarmNames = names.slice(start, start + MOST_DELETED);
      await cloudWatchClient(target).send(new DeleteAlarmsCommand({ AlarmNames }));
    }
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** What happened to an alarm, newest first; CloudWatch keeps it for 30 days. */
export function describeAlarmHistory(
  target: AwsTarget,
  name: string,
  cursor: string | undefined,
): Promise<AlarmHistoryPage> {
  return cachedRead(target, "DescribeAlarmHistory", { name, cursor }, TTL_MS, async () => {
    try {
      const out = await cloudWatchClient(target).send(
        new DescribeAlarmHistoryCommand({ AlarmName: name, MaxRecords: 50, NextToken: cursor }),
      );
      return { events: (out.AlarmHistoryItems ?? []).map(toAlarmEvent), nextCursor: out.NextToken ?? null };
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** The tags of an alarm. */
export async function listAlarmTags(target: AwsTarget, arn: string): Promise<{ Key: string; Value: string }[]> {
  try {
    const { Tags = [] } = await cloudWatchClient(target).send(new ListTagsForResourceCommand({ ResourceARN: arn }));
    return Tags.map(({ Key = "", Value = "" }) => ({ Key, Value }));
  } catch (cause) {
    throw toAppError(cause);
  }
}
