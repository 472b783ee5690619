import { CloudWatchClient, GetMetricStatisticsCommand } from "@aws-sdk/client-cloudwatch";
import { GetObjectCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  DescribeEndpointCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import { afterAll, beforeAll, expect, test } from "vitest";
import { instantInference } from "../../testing/held-inference.ts";
import { BUCKET, s3Client } from "../../testing/s3-client.ts";
import { createModel } from "../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

let emulator: TestEmulator;
let client: SageMakerClient;

beforeAll(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  client = new SageMakerClient(emulator.sdk);
  await createModel(client, "m");
  const variant = { ModelName: "m", InitialInstanceCount: 1, InstanceType: "ml.m5.xlarge" } as const;
  await client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: "watched",
      ProductionVariants: [{ ...variant, VariantName: "live", InitialVariantWeight: 1 }],
      ShadowProductionVariants: [{ ...variant, VariantName: "shadow", InitialVariantWeight: 1 }],
      DataCaptureConfig: {
        EnableCapture: true,
        InitialSamplingPercentage: 100,
        DestinationS3Uri: `s3://${BUCKET}/captured`,
        CaptureOptions: [{ CaptureMode: "Input" }, { CaptureMode: "Output" }],
      },
    }),
  );
  await client.send(new CreateEndpointCommand({ EndpointName: "watched", EndpointConfigName: "watched" }));
  await client.send(new DescribeEndpointCommand({ EndpointName: "watched" }));
});
afterAll(() => emulator.close());

test("a request is captured in S3 and copied to the shadow, whose metrics show it", async () => {
  const described = await client.send(new DescribeEndpointCommand({ EndpointName: "watched" }));
  expect(described.DataCaptureConfig?.CaptureStatus).toBe("Started");
  expect(described.ShadowProductionVariants?.[0]?.VariantName).toBe("shadow");

  const answer = await new SageMakerRuntimeClient(emulator.sdk).send(
    new InvokeEndpointCommand({
      EndpointName: "watched",
      ContentType: "application/json",
      Body: '{"inputs":"so"}',
      InferenceId: "id-1",
    }),
  );
  expect(answer.InvokedProductionVariant).toBe("live");

  const s3 = s3Client(emulator);
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: "captured/" }));
  expect(Contents.map(({ Key }) => Key)).toStrictEqual([
    expect.stringMatching(/^captured\/watched\/live\/2026\/01\/15\/09\/00-00-000-[0-9a-f-]+\.jsonl$/),
  ]);
  const object = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: Contents[0]?.Key }));
  expect(JSON.parse((await object.Body?.transformToString()) ?? "")).toStrictEqual({
    captureData: {
      endpointInput: {
        observedContentType: "application/json",
        mode: "INPUT",
        data: '{"inputs":"so"}',
        encoding: "JSON",
      },
      endpointOutput: { observedContentType: "application/json", mode: "OUTPUT", data: "[]", encoding: "JSON" },
    },
    eventMetadata: { eventId: expect.any(String), inferenceId: "id-1", inferenceTime: "2026-01-15T09:00:00Z" },
    eventVersion: "0",
  });

  const now = emulator.clock.now();
  const statistics = await new CloudWatchClient(emulator.sdk).send(
    new GetMetricStatisticsCommand({
      Namespace: "AWS/SageMaker",
      MetricName: "Invocations",
      Dimensions: [
        { Name: "EndpointName", Value: "watched" },
        { Name: "VariantName", Value: "shadow" },
      ],
      StartTime: new Date(now - 60_000),
      EndTime: new Date(now + 60_000),
      Period: 60,
      Statistics: ["Sum"],
    }),
  );
  expect(statistics.Datapoints?.map(({ Sum }) => Sum)).toStrictEqual([1]);
});
