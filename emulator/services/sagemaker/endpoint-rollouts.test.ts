import { CloudWatchClient, PutMetricAlarmCommand, SetAlarmStateCommand } from "@aws-sdk/client-cloudwatch";
import {
  type DeploymentConfig,
  DescribeEndpointCommand,
  SageMakerClient,
  UpdateEndpointCommand,
} from "@aws-sdk/client-sagemaker";
import { afterEach, beforeEach, expect, test } from "vitest";
import { instantInference } from "../../testing/held-inference.ts";
import { createConfig, createEndpoint, createModel, failureOf } from "../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

const DELAY = 10_000;
const ALARM = "errors";

let emulator: TestEmulator;
let client: SageMakerClient;
let cloudwatch: CloudWatchClient;

/** An endpoint `e` of four instances in service, a configuration `next` of another model, and an alarm. */
beforeEach(async () => {
  emulator = await startTestEmulator({
    inference: instantInference(),
    delays: { endpointDelayMs: DELAY, deleteDelayMs: 0, trainingDelayMs: 0, coldStartMs: 0 },
  });
  client = new SageMakerClient(emulator.sdk);
  cloudwatch = new CloudWatchClient(emulator.sdk);
  await createEndpoint(client, "e");
  await pass(DELAY);
  await createModel(client, "other", "bundled/tiny-stories-lm");
  await createConfig(client, "next", "other", 4);
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: ALARM,
      Namespace: "AWS/SageMaker",
      MetricName: "Invocation5XXErrors",
      Statistic: "Sum",
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 0,
      ComparisonOperator: "GreaterThanThreshold",
      TreatMissingData: "notBreaching",
    }),
  );
});
afterEach(async () => {
  await emulator.close();
});

/** Reads once, so that what containers answered is kept, then lets time pass. */
async function pass(ms: number): Promise<void> {
  await describe();
  emulator.clock.advance(ms);
}
const describe = () => client.send(new DescribeEndpointCommand({ EndpointName: "e" }));
const update = (DeploymentConfig?: DeploymentConfig) =>
  client.send(new UpdateEndpointCommand({ EndpointName: "e", EndpointConfigName: "next", DeploymentConfig }));
const blueGreen = (routing: object, rest: object = {}): DeploymentConfig => ({
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: { WaitIntervalInSeconds: 60, ...routing } as never,
    ...rest,
  },
  AutoRollbackConfiguration: { Alarms: [{ AlarmName: ALARM }] },
});
const CANARY = { Type: "CANARY", CanarySize: { Type: "CAPACITY_PERCENT", Value: 25 } };
const rehearse = (name: string) =>
  fetch(`${emulator.url}/_emulator/scenarios`, { method: "POST", body: JSON.stringify({ name }) });
const setAlarm = () =>
  cloudwatch.send(new SetAlarmStateCommand({ AlarmName: ALARM, StateValue: "ALARM", StateReason: "a test" }));

/** Status, what the new fleet does, and its share of the traffic. */
async function stage() {
  const { EndpointStatus, PendingDeploymentSummary } = await describe();
  const [variant] = PendingDeploymentSummary?.ProductionVariants ?? [];
  return [EndpointStatus, variant?.VariantStatus?.[0]?.Status ?? null, variant?.CurrentWeight ?? null];
}

test("a canary takes its share, bakes, then takes everything, bakes, and the old fleet goes", async () => {
  await update(blueGreen(CANARY, { TerminationWaitInSeconds: 30 }));
  expect(await stage()).toStrictEqual(["Updating", "Creating", 0]);
  await pass(DELAY);
  expect(await stage()).toStrictEqual(["Updating", "Baking", 0.25]);
  await pass(60_000);
  expect(await stage()).toStrictEqual(["Updating", "Baking", 1]);
  await pass(60_000);
  expect(await stage()).toStrictEqual(["Updating", "Updating", 1]);
  expect((await describe()).ProductionVariants?.[0]?.VariantStatus?.[0]?.Status).toBe("Deleting");
  await pass(30_000);
  expect(await stage()).toStrictEqual(["InService", null, null]);
  expect((await describe()).EndpointConfigName).toBe("next");
});

test("a linear update goes by equal steps", async () => {
  await update(blueGreen({ Type: "LINEAR", LinearStepSize: { Type: "CAPACITY_PERCENT", Value: 40 } }));
  await pass(DELAY);
  const shares = [];
  for (let step = 0; step < 4; step++) {
    shares.push((await stage())[2]);
    await pass(60_000);
  }
  expect(shares).toStrictEqual([0.4, 0.8, 1, null]);
});

test("a rolling update brings its instances batch by batch", async () => {
  await update({
    RollingUpdatePolicy: { MaximumBatchSize: { Type: "CAPACITY_PERCENT", Value: 50 }, WaitIntervalInSeconds: 60 },
  });
  await pass(DELAY);
  const first = (await describe()).PendingDeploymentSummary?.ProductionVariants?.[0];
  expect([first?.CurrentInstanceCount, first?.CurrentWeight]).toStrictEqual([2, 0.5]);
  await pass(60_000);
  expect(await stage()).toStrictEqual(["Updating", "Creating", 0.5]);
  await pass(DELAY);
  expect(await stage()).toStrictEqual(["Updating", "Baking", 1]);
  await pass(60_000);
  expect(await stage()).toStrictEqual(["InService", null, null]);
});

test("an alarm during a baking period takes the update back, and is named", async () => {
  await update(blueGreen(CANARY));
  await pass(DELAY + 20_000);
  await setAlarm();
  expect(await stage()).toStrictEqual(["RollingBack", "Deleting", 0]);
  await pass(DELAY);
  const { EndpointStatus, EndpointConfigName, FailureReason } = await describe();
  expect([EndpointStatus, EndpointConfigName]).toStrictEqual(["InService", "e"]);
  expect(FailureReason).toBe('The update was rolled back because the alarm "errors" went into the ALARM state.');
});

test("an alarm is heeded although nobody looked until all was over, and not after the baking", async () => {
  await update(blueGreen(CANARY));
  await pass(DELAY + 20_000);
  await setAlarm();
  emulator.clock.advance(3_600_000);
  expect((await describe()).EndpointConfigName).toBe("e");
  await update(blueGreen(CANARY, { TerminationWaitInSeconds: 600 }));
  await pass(DELAY + 130_000);
  await setAlarm();
  expect(await stage()).toStrictEqual(["Updating", "Updating", 1]);
});

test("an update that exceeds its time is taken back", async () => {
  await update(blueGreen({ ...CANARY, WaitIntervalInSeconds: 500 }, { MaximumExecutionTimeoutInSeconds: 600 }));
  await pass(600_000);
  expect((await stage())[0]).toBe("RollingBack");
  await pass(DELAY);
  expect((await describe()).FailureReason).toContain("MaximumExecutionTimeoutInSeconds");
});

test("a failure of the new fleet shows as RollingBack before the endpoint is in service again", async () => {
  await rehearse("capacity-error");
  await update();
  expect((await stage())[0]).toBe("Updating");
  await pass(DELAY / 2);
  expect((await stage())[0]).toBe("RollingBack");
  await pass(DELAY / 2);
  expect((await describe()).FailureReason).toContain("InsufficientInstanceCapacity");
});

test("a silent rollback gives no reason", async () => {
  await rehearse("silent-rollback");
  await update();
  await pass(DELAY);
  expect((await stage())[0]).toBe("RollingBack");
  await pass(DELAY);
  const { EndpointStatus, EndpointConfigName, FailureReason } = await describe();
  expect([EndpointStatus, EndpointConfigName, FailureReason]).toStrictEqual(["InService", "e", undefined]);
});

test("a rolling update whose way back fails leaves both fleets, until another update heals it", async () => {
  await rehearse("rollback-failed");
  await update({
    RollingUpdatePolicy: { MaximumBatchSize: { Type: "CAPACITY_PERCENT", Value: 50 }, WaitIntervalInSeconds: 60 },
    AutoRollbackConfiguration: { Alarms: [{ AlarmName: ALARM }] },
  });
  await pass(DELAY);
  await setAlarm();
  await pass(DELAY);
  const { EndpointStatus, ProductionVariants, FailureReason } = await describe();
  expect(EndpointStatus).toBe("UpdateRollbackFailed");
  expect(ProductionVariants?.[0]?.CurrentWeight).toBe(0.5);
  expect(FailureReason).toContain("The rollback failed");
  await rehearse("normal");
  await update();
  await pass(DELAY);
  expect(await stage()).toStrictEqual(["InService", null, null]);
});

test.each([
  ["both policies", { ...blueGreen({ Type: "ALL_AT_ONCE" }), RollingUpdatePolicy: rolling(50) }, "either"],
  ["a canary above half", blueGreen({ ...CANARY, CanarySize: { Type: "CAPACITY_PERCENT", Value: 60 } }), "up to 50%"],
  ["a canary without its size", blueGreen({ Type: "CANARY" }), "needs CanarySize"],
  ["a small linear step", blueGreen(linear(5)), "from 10%"],
  ["a small batch", { RollingUpdatePolicy: rolling(2) }, "from 5%"],
  ["a time below the waits", blueGreen({ ...CANARY, WaitIntervalInSeconds: 900 }, timeout(600)), "above its waiting"],
  ["an unknown alarm", { AutoRollbackConfiguration: { Alarms: [{ AlarmName: "nobody" }] } }, '"nobody"'],
] as [string, DeploymentConfig, string][])("%s is refused", async (_, config, words) => {
  const { name, message } = await failureOf(update(config));
  expect(name).toBe("ValidationException");
  expect(message).toContain(words);
});

function rolling(Value: number) {
  return { MaximumBatchSize: { Type: "CAPACITY_PERCENT" as const, Value }, WaitIntervalInSeconds: 60 };
}
function linear(Value: number) {
  return { Type: "LINEAR", LinearStepSize: { Type: "CAPACITY_PERCENT", Value } };
}
function timeout(MaximumExecutionTimeoutInSeconds: number) {
  return { MaximumExecutionTimeoutInSeconds };
}
