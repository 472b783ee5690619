import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
} from "@aws-sdk/client-cloudwatch";

import { E2E } from "./settings";

const cloudwatch = new CloudWatchClient({
  endpoint: E2E.emulatorUrl,
  region: "us-east-1",
  credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
});

const dimensionsOf = (endpoint: string) => [
  { Name: "EndpointName", Value: endpoint },
  { Name: "VariantName", Value: "AllTraffic" },
];

/** The last number goes on for so many minutes, so that a slow test still sees it. */
const GOES_ON = 6;

/** Lays out 5XX errors: one number for each minute, the last for the minute that ended last and those to come. */
export async function haveErrors(endpoint: string, past: readonly number[]): Promise<void> {
  const counts = [...past, ...new Array<number>(GOES_ON).fill(past.at(-1) ?? 0)];
  const minute = Math.floor(Date.now() / 60_000) * 60_000;
  await cloudwatch.send(
    new PutMetricDataCommand({
      Namespace: "AWS/SageMaker",
      MetricData: counts.map((Value, index) => ({
        MetricName: "Invocation5XXErrors",
        Dimensions: dimensionsOf(endpoint),
        Value,
        Timestamp: new Date(minute - (past.length - index) * 60_000 + 5_000),
      })),
    }),
  );
}

/** Whether CloudWatch would carry out an alarm's actions. */
export async function isTelling(name: string): Promise<boolean | undefined> {
  const { MetricAlarms = [] } = await cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames: [name] }));
  return MetricAlarms[0]?.ActionsEnabled;
}

/** An alarm on 5XX errors, the way another tool would make it. */
export async function putAlarm(name: string, endpoint: string, actions: string[] = []): Promise<void> {
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: name,
      Namespace: "AWS/SageMaker",
      MetricName: "Invocation5XXErrors",
      Dimensions: dimensionsOf(endpoint),
      Statistic: "Sum",
      Period: 60,
      EvaluationPeriods: 3,
      DatapointsToAlarm: 3,
      Threshold: 5,
      ComparisonOperator: "GreaterThanOrEqualToThreshold",
      TreatMissingData: "notBreaching",
      AlarmActions: actions,
    }),
  );
}
