import {
  ApplicationAutoScalingClient,
  DeleteScalingPolicyCommand,
  DescribeScalingActivitiesCommand,
  DescribeScalingPoliciesCommand,
  PutScalingPolicyCommand,
  type PutScalingPolicyCommandInput,
  RegisterScalableTargetCommand,
  type RegisterScalableTargetCommandInput,
} from "@aws-sdk/client-application-auto-scaling";
import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
} from "@aws-sdk/client-cloudwatch";
import { DescribeEndpointCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { afterEach, beforeEach, expect, test } from "vitest";
import { deployModel } from "../../testing/deploy-model.ts";
import { instantInference } from "../../testing/held-inference.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

const MINUTE = 60_000;
const target = {
  ServiceNamespace: "sagemaker" as const,
  ResourceId: "endpoint/reviews/variant/AllTraffic",
  ScalableDimension: "sagemaker:variant:DesiredInstanceCount" as const,
};

let emulator: TestEmulator;
let scaling: ApplicationAutoScalingClient;
let cloudwatch: CloudWatchClient;
let sagemaker: SageMakerClient;

beforeEach(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  scaling = new ApplicationAutoScalingClient(emulator.sdk);
  cloudwatch = new CloudWatchClient(emulator.sdk);
  sagemaker = new SageMakerClient(emulator.sdk);
  await deployModel(emulator, "reviews", [{ environment: { HF_MODEL_ID: "bundled/afinn-sentiment" } }]);
});
afterEach(() => emulator.close());

const register = (MinCapacity: number, MaxCapacity: number, over: Partial<RegisterScalableTargetCommandInput> = {}) =>
  scaling.send(new RegisterScalableTargetCommand({ ...target, MinCapacity, MaxCapacity, ...over }));

const track = (over: Partial<PutScalingPolicyCommandInput["TargetTrackingScalingPolicyConfiguration"]> = {}) =>
  scaling.send(
    new PutScalingPolicyCommand({
      ...target,
      PolicyName: "keep",
      PolicyType: "TargetTrackingScaling",
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 100,
        PredefinedMetricSpecification: { PredefinedMetricType: "SageMakerVariantInvocationsPerInstance" },
        ...over,
      },
    }),
  );

/** Lets minutes pass in which each instance got so many calls. */
const minutes = (count: number, metric: string, value: number) => passing(count, MINUTE, metric, value);

async function passing(count: number, ms: number, MetricName: string, Value: number): Promise<void> {
  const Dimensions = [
    { Name: "EndpointName", Value: "reviews" },
    { Name: "VariantName", Value: "AllTraffic" },
  ];
  for (let period = 0; period < count; period += 1) {
    const datum = { MetricName, Dimensions, Value, Timestamp: new Date(emulator.clock.now()) };
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: "AWS/SageMaker", MetricData: [datum] }));
    emulator.clock.advance(ms);
    await activities();
  }
}

async function activities(isAll = true) {
  const wish = { ...target, IncludeNotScaledActivities: isAll };
  const { ScalingActivities = [] } = await scaling.send(new DescribeScalingActivitiesCommand(wish));
  return ScalingActivities;
}

async function instances() {
  const { ProductionVariants = [] } = await sagemaker.send(new DescribeEndpointCommand({ EndpointName: "reviews" }));
  return ProductionVariants[0]?.CurrentInstanceCount;
}

test("load scales the variant out in three minutes and in after a quarter of an hour, each with its alarm", async () => {
  await register(1, 4);
  const { Alarms = [] } = await track();
  expect(Alarms.map(({ AlarmName = "" }) => /-(Alarm\w+)-/.exec(AlarmName)?.[1])).toEqual(["AlarmHigh", "AlarmLow"]);

  await minutes(3, "InvocationsPerInstance", 250);
  expect(await instances()).toBe(3);
  expect((await activities())[0]).toMatchObject({
    Description: "Setting desired instance count to 3.",
    Cause: expect.stringMatching(/^monitor alarm TargetTracking-.*-AlarmHigh-.* in state ALARM triggered policy keep$/),
    StatusCode: "Successful",
  });
  const { MetricAlarms = [] } = await cloudwatch.send(new DescribeAlarmsCommand({ StateValue: "ALARM" }));
  expect(MetricAlarms.map(({ AlarmName }) => AlarmName)).toEqual([Alarms[0]?.AlarmName]);

  await minutes(15, "InvocationsPerInstance", 10);
  expect(await instances()).toBe(1);
  expect((await activities())[0]?.Cause).toMatch(/AlarmLow/);
});

test("at the maximum nothing is scaled, and the activity says why", async () => {
  await register(1, 1);
  await track();
  await minutes(4, "InvocationsPerInstance", 900);
  expect(await instances()).toBe(1);
  expect(await activities(false)).toEqual([]);
  expect(await activities()).toMatchObject([
    { StatusCode: "Failed", NotScaledReasons: [{ Code: "AlreadyAtMaxCapacity", MaxCapacity: 1 }] },
  ]);
});

test("a higher minimum counts at once", async () => {
  await register(2, 4);
  expect(await instances()).toBe(2);
  expect((await activities())[0]).toMatchObject({ Cause: "minimum capacity was set to 2" });
});

test("suspended scaling does nothing", async () => {
  await register(1, 4, { SuspendedState: { DynamicScalingOutSuspended: true } });
  await track();
  await minutes(5, "InvocationsPerInstance", 900);
  expect(await instances()).toBe(1);
});

test("a step policy acts on the alarm whose action it is", async () => {
  await register(1, 4);
  const { PolicyARN = "" } = await scaling.send(
    new PutScalingPolicyCommand({
      ...target,
      PolicyName: "steps",
      PolicyType: "StepScaling",
      StepScalingPolicyConfiguration: {
        AdjustmentType: "ChangeInCapacity",
        StepAdjustments: [
          { MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 50, ScalingAdjustment: 1 },
          { MetricIntervalLowerBound: 50, ScalingAdjustment: 2 },
        ],
      },
    }),
  );
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: "busy",
      Namespace: "AWS/SageMaker",
      MetricName: "Busy",
      Dimensions: [
        { Name: "EndpointName", Value: "reviews" },
        { Name: "VariantName", Value: "AllTraffic" },
      ],
      Statistic: "Average",
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 100,
      ComparisonOperator: "GreaterThanThreshold",
      AlarmActions: [PolicyARN],
    }),
  );
  await minutes(1, "Busy", 160);
  expect(await instances()).toBe(3);
  expect((await activities())[0]?.Cause).toBe("monitor alarm busy in state ALARM triggered policy steps");
  const { ScalingPolicies = [] } = await scaling.send(new DescribeScalingPoliciesCommand(target));
  expect(ScalingPolicies[0]?.Alarms).toMatchObject([{ AlarmName: "busy" }]);
});

test("a policy takes the alarms along that were made for it", async () => {
  await register(1, 4);
  await track();
  await scaling.send(new DeleteScalingPolicyCommand({ ...target, PolicyName: "keep" }));
  const { MetricAlarms } = await cloudwatch.send(new DescribeAlarmsCommand({}));
  expect(MetricAlarms).toEqual([]);
});

test("a restart forgets neither activities nor what the alarms have seen", async () => {
  await register(1, 4);
  await track();
  await minutes(2, "InvocationsPerInstance", 250);
  emulator = await emulator.restart();
  scaling = new ApplicationAutoScalingClient(emulator.sdk);
  cloudwatch = new CloudWatchClient(emulator.sdk);
  sagemaker = new SageMakerClient(emulator.sdk);
  await minutes(1, "InvocationsPerInstance", 250);
  expect(await instances()).toBe(3);
});

test("a high-resolution metric adds instances within half a minute, and takes them away by minutes", async () => {
  await register(1, 4);
  const { Alarms } = await track({
    TargetValue: 5,
    PredefinedMetricSpecification: {
      PredefinedMetricType: "SageMakerVariantConcurrentRequestsPerModelHighResolution",
    },
  });
  const { MetricAlarms } = await cloudwatch.send(
    new DescribeAlarmsCommand({ AlarmNames: Alarms?.map(({ AlarmName }) => AlarmName ?? "") }),
  );
  const periods = MetricAlarms?.map(({ AlarmName, Period, Statistic }) => [
    AlarmName?.includes("AlarmHigh"),
    Period,
    Statistic,
  ]);
  expect(periods).toStrictEqual([
    [true, 10, "Maximum"],
    [false, 60, "Maximum"],
  ]);
  await passing(2, 10_000, "ConcurrentRequestsPerModel", 15);
  expect(await instances()).toBe(1);
  await passing(1, 10_000, "ConcurrentRequestsPerModel", 15);
  expect(await instances()).toBe(3);
  emulator.clock.advance(30_000);
  await minutes(14, "ConcurrentRequestsPerModel", 1);
  expect(await instances()).toBe(3);
  await minutes(3, "ConcurrentRequestsPerModel", 1);
  expect(await instances()).toBe(1);
});
