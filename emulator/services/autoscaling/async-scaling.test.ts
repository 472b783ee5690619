import {
  ApplicationAutoScalingClient,
  DescribeScalingActivitiesCommand,
  PutScalingPolicyCommand,
  RegisterScalableTargetCommand,
} from "@aws-sdk/client-application-auto-scaling";
import { CloudWatchClient, PutMetricAlarmCommand } from "@aws-sdk/client-cloudwatch";
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  DescribeEndpointCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { InvokeEndpointAsyncCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createModel, untilStatus } from "../../testing/sagemaker-fixtures.ts";
import { type ScriptedInference, scriptedInference } from "../../testing/scripted-inference.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

const MINUTE = 60_000;
const BUCKET = "sagemaker-us-east-1-111122223333";
const NAME = "queue";
const target = {
  ServiceNamespace: "sagemaker" as const,
  ResourceId: `endpoint/${NAME}/variant/AllTraffic`,
  ScalableDimension: "sagemaker:variant:DesiredInstanceCount" as const,
};
const Dimensions = [{ Name: "EndpointName", Value: NAME }];

let emulator: TestEmulator;
let inference: ScriptedInference;
let scaling: ApplicationAutoScalingClient;

beforeEach(async () => {
  inference = scriptedInference();
  emulator = await startTestEmulator({ inference });
  scaling = new ApplicationAutoScalingClient(emulator.sdk);
  await deployQueue();
  await scaling.send(new RegisterScalableTargetCommand({ ...target, MinCapacity: 0, MaxCapacity: 3 }));
  await track();
});
afterEach(() => emulator.close());

async function deployQueue(): Promise<void> {
  const client = new SageMakerClient(emulator.sdk);
  await createModel(client, NAME);
  await client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: NAME,
      ProductionVariants: [
        { VariantName: "AllTraffic", ModelName: NAME, InstanceType: "ml.m5.xlarge", InitialInstanceCount: 1 },
      ],
      AsyncInferenceConfig: { OutputConfig: { S3OutputPath: `s3://${BUCKET}/out` } },
    }),
  );
  await client.send(new CreateEndpointCommand({ EndpointName: NAME, EndpointConfigName: NAME }));
  await untilStatus(client, NAME, "InService");
}

/** Five requests may wait for each instance, as the sample notebook has it. */
const track = () =>
  scaling.send(
    new PutScalingPolicyCommand({
      ...target,
      PolicyName: "keep",
      PolicyType: "TargetTrackingScaling",
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 5,
        ScaleOutCooldown: 300,
        ScaleInCooldown: 600,
        CustomizedMetricSpecification: {
          Namespace: "AWS/SageMaker",
          MetricName: "ApproximateBacklogSizePerInstance",
          Dimensions,
          Statistic: "Average",
        },
      },
    }),
  );

/** Adds the first instance as soon as anything waits. */
async function wake(): Promise<void> {
  const { PolicyARN = "" } = await scaling.send(
    new PutScalingPolicyCommand({
      ...target,
      PolicyName: "wake",
      PolicyType: "StepScaling",
      StepScalingPolicyConfiguration: {
        AdjustmentType: "ChangeInCapacity",
        StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }],
      },
    }),
  );
  await new CloudWatchClient(emulator.sdk).send(
    new PutMetricAlarmCommand({
      AlarmName: "waits",
      Namespace: "AWS/SageMaker",
      MetricName: "HasBacklogWithoutCapacity",
      Dimensions,
      Statistic: "Average",
      Period: 60,
      EvaluationPeriods: 2,
      Threshold: 1,
      ComparisonOperator: "GreaterThanOrEqualToThreshold",
      AlarmActions: [PolicyARN],
    }),
  );
}

const request = () =>
  new SageMakerRuntimeClient(emulator.sdk).send(
    new InvokeEndpointAsyncCommand({ EndpointName: NAME, ContentType: "application/json", Body: '{"inputs":"good"}' }),
  );

async function instances(): Promise<number | undefined> {
  const client = new SageMakerClient(emulator.sdk);
  const { ProductionVariants } = await client.send(new DescribeEndpointCommand({ EndpointName: NAME }));
  return ProductionVariants?.[0]?.CurrentInstanceCount;
}

/** How many requests were answered. */
async function answers(): Promise<number> {
  const client = new S3Client({ ...emulator.sdk, forcePathStyle: true });
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: "out/" }));
  return Contents.length;
}

/** What was scaled once the clock has gone on, newest first. */
async function after(minutes: number) {
  emulator.clock.advance(minutes * MINUTE);
  const { ScalingActivities = [] } = await scaling.send(new DescribeScalingActivitiesCommand(target));
  return ScalingActivities.map(({ Description, Cause }) => [
    Description,
    /Alarm(High|Low)|alarm waits/.exec(Cause ?? "")?.[0],
  ]);
}

test("an idle queue goes to no instance, wakes for one request, answers it and goes to none again", async () => {
  await wake();
  expect(await after(20)).toEqual([["Setting desired instance count to 0.", "AlarmLow"]]);
  expect(await instances()).toBe(0);

  await request();
  expect((await after(3))[0]).toEqual(["Setting desired instance count to 1.", "alarm waits"]);
  expect(await instances()).toBe(1);
  (await inference.next()).end();
  await vi.waitFor(async () => expect(await answers()).toBe(1), { timeout: 10_000 });

  expect((await after(30))[0]).toEqual(["Setting desired instance count to 0.", "AlarmLow"]);
  expect(await instances()).toBe(0);
});

test("target tracking alone leaves no instance only when more waits than its target", async () => {
  await after(20);
  for (let count = 0; count < 5; count += 1) await request();
  await after(5);
  expect(await instances()).toBe(0);
  await request();
  expect((await after(4))[0]).toEqual(["Setting desired instance count to 1.", "AlarmHigh"]);
});
