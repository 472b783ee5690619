import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  DescribeScalingActivitiesCommand,
  PutScalingPolicyCommand,
  RegisterScalableTargetCommand,
} from "@aws-sdk/client-application-auto-scaling";
import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
} from "@aws-sdk/client-cloudwatch";
import { DeleteInferenceComponentCommand, DescribeEndpointCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createComponent, createHost, describeComponent, untilComponent } from "../../testing/component-fixtures.ts";
import { instantInference } from "../../testing/held-inference.ts";
import { createModel, failureOf } from "../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

const MINUTE = 60_000;
const target = {
  ServiceNamespace: "sagemaker" as const,
  ResourceId: "inference-component/chat",
  ScalableDimension: "sagemaker:inference-component:DesiredCopyCount" as const,
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
  await createModel(sagemaker, "m");
  await createHost(sagemaker, "host", {
    ManagedInstanceScaling: { Status: "ENABLED", MinInstanceCount: 0, MaxInstanceCount: 2 },
  });
  await createComponent(sagemaker, "chat", "host", "m", { cpuCores: 2 });
  await untilComponent(sagemaker, "chat", "InService");
});
afterEach(() => emulator.close());

const register = (MinCapacity: number, MaxCapacity: number) =>
  scaling.send(new RegisterScalableTargetCommand({ ...target, MinCapacity, MaxCapacity }));

const track = (PredefinedMetricType: string, TargetValue: number) =>
  scaling.send(
    new PutScalingPolicyCommand({
      ...target,
      PolicyName: "keep",
      PolicyType: "TargetTrackingScaling",
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue,
        PredefinedMetricSpecification: {
          PredefinedMetricType: PredefinedMetricType as "SageMakerInferenceComponentInvocationsPerCopy",
        },
        ScaleInCooldown: 60,
        ScaleOutCooldown: 60,
      },
    }),
  );

/** Lets time pass in which each copy has so many of a metric. */
async function pass(periods: number, ms: number, MetricName: string, Value: number): Promise<void> {
  for (let period = 0; period < periods; period += 1) {
    const Dimensions = [{ Name: "InferenceComponentName", Value: "chat" }];
    const datum = { MetricName, Dimensions, Value, Timestamp: new Date(emulator.clock.now()) };
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: "AWS/SageMaker", MetricData: [datum] }));
    emulator.clock.advance(ms);
    await untilComponent(sagemaker, "chat", "InService");
  }
}

const minutes = (count: number, metric: string, value: number) => pass(count, MINUTE, metric, value);

async function state() {
  const { RuntimeConfig } = await describeComponent(sagemaker, "chat");
  const { ProductionVariants } = await sagemaker.send(new DescribeEndpointCommand({ EndpointName: "host" }));
  return { copies: RuntimeConfig?.CurrentCopyCount, instances: ProductionVariants?.[0]?.CurrentInstanceCount };
}

async function descriptions(): Promise<(string | undefined)[]> {
  const { ScalingActivities = [] } = await scaling.send(new DescribeScalingActivitiesCommand(target));
  return ScalingActivities.map(({ Description, StatusCode }) => `${StatusCode}: ${Description}`);
}

const invoke = () =>
  new SageMakerRuntimeClient({ ...emulator.sdk, maxAttempts: 1 }).send(
    new InvokeEndpointCommand({ EndpointName: "host", InferenceComponentName: "chat", Body: "{}" }),
  );

test("copies follow calls for each of them, and bring instances along", async () => {
  await register(1, 4);
  const { Alarms } = await track("SageMakerInferenceComponentInvocationsPerCopy", 10);
  const { MetricAlarms } = await cloudwatch.send(
    new DescribeAlarmsCommand({ AlarmNames: Alarms?.map(({ AlarmName }) => AlarmName ?? "") }),
  );
  expect(
    MetricAlarms?.map(({ MetricName, Dimensions, Statistic }) => ({ MetricName, Dimensions, Statistic })),
  ).toStrictEqual(
    Array.from({ length: 2 }, () => ({
      MetricName: "InvocationsPerCopy",
      Dimensions: [{ Name: "InferenceComponentName", Value: "chat" }],
      Statistic: "Sum",
    })),
  );
  await minutes(3, "InvocationsPerCopy", 30);
  expect(await state()).toStrictEqual({ copies: 3, instances: 2 });
  expect(await descriptions()).toStrictEqual(["Successful: Setting desired copy count to 3."]);
});

test("idle copies go to zero with their instances, and the alarm of refused calls brings one back", async () => {
  await register(0, 2);
  await track("SageMakerInferenceComponentInvocationsPerCopy", 5);
  const { PolicyARN = "" } = await scaling.send(
    new PutScalingPolicyCommand({
      ...target,
      PolicyName: "wake",
      PolicyType: "StepScaling",
      StepScalingPolicyConfiguration: {
        AdjustmentType: "ChangeInCapacity",
        MetricAggregationType: "Maximum",
        Cooldown: 60,
        StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }],
      },
    }),
  );
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: "wake-chat",
      AlarmActions: [PolicyARN],
      Namespace: "AWS/SageMaker",
      MetricName: "NoCapacityInvocationFailures",
      Dimensions: [{ Name: "InferenceComponentName", Value: "chat" }],
      Statistic: "Sum",
      Period: 60,
      EvaluationPeriods: 1,
      DatapointsToAlarm: 1,
      Threshold: 1,
      ComparisonOperator: "GreaterThanOrEqualToThreshold",
    }),
  );
  // Nobody asks: a move of the clock is seen minute by minute.
  emulator.clock.advance(20 * MINUTE);
  expect(await state()).toStrictEqual({ copies: 0, instances: 0 });
  expect((await failureOf(invoke())).message).toMatch(/^Inference Component has no capacity/);
  emulator.clock.advance(2 * MINUTE);
  await untilComponent(sagemaker, "chat", "InService");
  expect(await state()).toStrictEqual({ copies: 1, instances: 1 });
  expect((await invoke()).$metadata.httpStatusCode).toBe(200);
  expect(await descriptions()).toStrictEqual([
    "Successful: Setting desired copy count to 1.",
    "Successful: Setting desired copy count to 0.",
  ]);
});

test("copies follow requests under way within half a minute", async () => {
  await register(1, 3);
  await track("SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution", 5);
  await pass(2, 10_000, "ConcurrentRequestsPerCopy", 9);
  expect(await state()).toStrictEqual({ copies: 1, instances: 1 });
  await pass(1, 10_000, "ConcurrentRequestsPerCopy", 9);
  expect(await state()).toStrictEqual({ copies: 2, instances: 1 });
});

test("a scale-out that the instances cannot hold is told as failed, in SageMaker's words", async () => {
  await register(1, 9);
  await track("SageMakerInferenceComponentInvocationsPerCopy", 1);
  await minutes(3, "InvocationsPerCopy", 9);
  expect(await state()).toStrictEqual({ copies: 1, instances: 1 });
  const { ScalingActivities = [] } = await scaling.send(new DescribeScalingActivitiesCommand(target));
  expect(ScalingActivities[0]).toMatchObject({
    StatusCode: "Failed",
    StatusMessage: expect.stringMatching(/^There is not enough hardware resources on the instances/),
  });
});

test("a target needs its component, a metric of components, and goes with the component", async () => {
  const nobody = { ...target, ResourceId: "inference-component/nobody", MinCapacity: 0, MaxCapacity: 1 };
  expect((await failureOf(scaling.send(new RegisterScalableTargetCommand(nobody)))).message).toBe(
    "The inference component nobody does not exist.",
  );
  await register(0, 2);
  expect((await failureOf(track("SageMakerVariantInvocationsPerInstance", 5))).message).toMatch(/cannot be tracked/);
  await track("SageMakerInferenceComponentInvocationsPerCopy", 5);
  await sagemaker.send(new DeleteInferenceComponentCommand({ InferenceComponentName: "chat" }));
  await failureOf(describeComponent(sagemaker, "chat"));
  const { ScalableTargets } = await scaling.send(new DescribeScalableTargetsCommand({ ServiceNamespace: "sagemaker" }));
  expect(ScalableTargets).toStrictEqual([]);
  expect((await cloudwatch.send(new DescribeAlarmsCommand({}))).MetricAlarms).toStrictEqual([]);
});
