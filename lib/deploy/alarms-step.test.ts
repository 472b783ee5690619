import { CloudWatchClient, DescribeAlarmsCommand, PutMetricAlarmCommand } from "@aws-sdk/client-cloudwatch";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";

import { findAlarms, makeAlarms, removeAlarms } from "./alarms-step";
import type { DeployContext } from "./find-ours";
import { usualAlarms } from "./usual-alarms";

const NAME = "guarded";
let emulator: TestEmulator;
let cloudwatch: CloudWatchClient;
let context: DeployContext;

beforeAll(async () => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  emulator = await startTestEmulator();
  cloudwatch = new CloudWatchClient(emulator.sdk);
  const place = { id: "test", label: "Test", region: emulator.sdk.region, bucket: null };
  const workspace = { ...place, isEmulator: false, endpointUrl: emulator.url, roleArn: null, executionRoleArn: null };
  const alarms = usualAlarms({ mode: "real-time", variantName: "AllTraffic" }, NAME);
  // The step reads nothing else of a deploy's plan.
  const plan = { requests: { alarms } } as DeployContext["plan"];
  context = { workspace, plan, startedAt: new Date() };
});
afterAll(async () => {
  cloudwatch.destroy();
  await emulator.close();
});

const thresholds = async () => {
  const { MetricAlarms = [] } = await cloudwatch.send(new DescribeAlarmsCommand({ AlarmNamePrefix: NAME }));
  return Object.fromEntries(MetricAlarms.map(({ AlarmName = "", Threshold }) => [AlarmName, Threshold]));
};

test("the usual alarms are made, one that was there stays as it is, and only those of the deploy are taken back", async () => {
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: `${NAME}-disk`,
      Namespace: "/aws/sagemaker/Endpoints",
      MetricName: "DiskUtilization",
      Dimensions: [{ Name: "EndpointName", Value: NAME }],
      Statistic: "Maximum",
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 42,
      ComparisonOperator: "GreaterThanThreshold",
    }),
  );
  expect(await makeAlarms.run(context)).toBe("done");
  const made = [`${NAME}-5xx-errors`, `${NAME}-no-capacity`, `${NAME}-p99-latency`];
  const all = await thresholds();
  expect(Object.keys(all).sort()).toStrictEqual([`${NAME}-5xx-errors`, `${NAME}-disk`, ...made.slice(1)]);
  expect(all[`${NAME}-disk`]).toBe(42);
  expect((await findAlarms(context)).sort()).toStrictEqual(made);

  // A second run, as after a crash, makes nothing anew.
  expect(await makeAlarms.run(context)).toBe("done");
  expect(await thresholds()).toStrictEqual(all);

  expect(await removeAlarms.run(context)).toBe("done");
  expect(await thresholds()).toStrictEqual({ [`${NAME}-disk`]: 42 });
});
