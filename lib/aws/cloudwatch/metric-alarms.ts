import "server-only";
import { DescribeAlarmsCommand, type MetricAlarm } from "@aws-sdk/client-cloudwatch";

import { type AwsTarget, cloudWatchClient } from "../client";

/** DescribeAlarms gives a hundred a page; beyond this many pages the answer says that it is not complete. */
const MOST_PAGES = 50;

/** All metric alarms of the account and region, so far as `isComplete` says: CloudWatch cannot ask for a dimension. */
export async function readMetricAlarms(target: AwsTarget): Promise<{ alarms: MetricAlarm[]; isComplete: boolean }> {
  const alarms: MetricAlarm[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const out = await cloudWatchClient(target).send(
      new DescribeAlarmsCommand({ AlarmTypes: ["MetricAlarm"], MaxRecords: 100, NextToken: cursor }),
    );
    alarms.push(...(out.MetricAlarms ?? []));
    cursor = out.NextToken;
    if (!cursor) return { alarms, isComplete: true };
  }
  return { alarms, isComplete: false };
}
