import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { CreateEndpointCommand, CreateEndpointConfigCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { InvokeEndpointAsyncCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import { expect, test, vi } from "vitest";
import { createModel, untilStatus } from "../../../testing/sagemaker-fixtures.ts";
import { spawnEmulator } from "../../../testing/spawn-emulator.ts";

vi.setConfig({ testTimeout: 180_000 });

const BUCKET = "sagemaker-us-east-1-111122223333";
const COUNT = 40;

const clientOptions = (endpoint: string) => ({
  endpoint,
  region: "us-east-1",
  credentials: { accessKeyId: "AKIDEMULATOR", secretAccessKey: "emulator" },
});

async function outputs(url: string): Promise<string[]> {
  const s3 = new S3Client({ ...clientOptions(url), forcePathStyle: true });
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: "out/" }));
  return Contents.map(({ Key = "" }) => `s3://${BUCKET}/${Key}`).sort();
}

test("a killed emulator answers what it had accepted when it is back, each request once", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "emulator-killed-"));
  const first = await spawnEmulator(dataDir);
  const sagemaker = new SageMakerClient(clientOptions(first.url));
  await createModel(sagemaker, "queue");
  await sagemaker.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: "queue",
      ProductionVariants: [
        { VariantName: "AllTraffic", ModelName: "queue", InstanceType: "ml.m5.xlarge", InitialInstanceCount: 1 },
      ],
      AsyncInferenceConfig: {
        OutputConfig: {
          S3OutputPath: `s3://${BUCKET}/out`,
          NotificationConfig: { SuccessTopic: "arn:aws:sns:us-east-1:111122223333:done" },
        },
      },
    }),
  );
  await sagemaker.send(new CreateEndpointCommand({ EndpointName: "queue", EndpointConfigName: "queue" }));
  await untilStatus(sagemaker, "queue", "InService");
  const runtime = new SageMakerRuntimeClient(clientOptions(first.url));
  const sent = await Promise.all(
    Array.from({ length: COUNT }, (_, index) =>
      runtime.send(
        new InvokeEndpointAsyncCommand({
          EndpointName: "queue",
          ContentType: "application/json",
          InferenceId: `n${index}`,
          Body: '{"inputs":"good"}',
        }),
      ),
    ),
  );
  await first.kill();

  const second = await spawnEmulator(dataDir);
  try {
    const expected = sent.map(({ OutputLocation = "" }) => OutputLocation).sort();
    await vi.waitFor(async () => expect(await outputs(second.url)).toEqual(expected), { timeout: 120_000 });
    const response = await fetch(`${second.url}/_emulator/notifications`);
    const { notifications } = (await response.json()) as { notifications: { message: { inferenceId: string } }[] };
    expect(new Set(notifications.map(({ message }) => message.inferenceId)).size).toBe(COUNT);
    expect(notifications).toHaveLength(COUNT);
  } finally {
    await second.kill();
    await rm(dataDir, { recursive: true, force: true });
  }
});
