import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  DescribeEndpointCommand,
  ListTagsCommand,
  SageMakerClient,
  UpdateInferenceComponentRuntimeConfigCommand,
} from "@aws-sdk/client-sagemaker";
import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import { expect, test } from "vitest";
import { createComponent, createHost, describeComponent, untilComponent } from "../../../testing/component-fixtures.ts";
import { createModel } from "../../../testing/sagemaker-fixtures.ts";
import { spawnEmulator } from "../../../testing/spawn-emulator.ts";

/** Processes start slowly on a busy machine. */
const LIMIT_MS = 120_000;

const clientOptions = (endpoint: string) => ({
  endpoint,
  region: "us-east-1",
  credentials: { accessKeyId: "AKIDEMULATOR", secretAccessKey: "emulator" },
});

test("a killed emulator has its components when it is back, finishes what was under way, and they answer", {
  timeout: 300_000,
}, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "emulator-killed-"));
  const first = await spawnEmulator(dataDir);
  const before = new SageMakerClient(clientOptions(first.url));
  await createModel(before, "mood");
  await createHost(before, "host", {
    ManagedInstanceScaling: { Status: "ENABLED", MinInstanceCount: 1, MaxInstanceCount: 2 },
  });
  const { InferenceComponentArn } = await createComponent(before, "mood", "host", "mood", { cpuCores: 3 });
  await untilComponent(before, "mood", "InService", LIMIT_MS);
  await before.send(
    new UpdateInferenceComponentRuntimeConfigCommand({
      InferenceComponentName: "mood",
      DesiredRuntimeConfig: { CopyCount: 2 },
    }),
  );
  await createComponent(before, "late", "host", "mood");
  await first.kill();

  const second = await spawnEmulator(dataDir);
  try {
    const after = new SageMakerClient(clientOptions(second.url));
    await untilComponent(after, "mood", "InService");
    await untilComponent(after, "late", "InService", LIMIT_MS);
    expect(await describeComponent(after, "mood")).toMatchObject({
      InferenceComponentArn,
      RuntimeConfig: { DesiredCopyCount: 2, CurrentCopyCount: 2 },
    });
    const { ProductionVariants } = await after.send(new DescribeEndpointCommand({ EndpointName: "host" }));
    expect(ProductionVariants?.[0]?.CurrentInstanceCount).toBe(2);
    expect((await after.send(new ListTagsCommand({ ResourceArn: InferenceComponentArn }))).Tags).toStrictEqual([]);
    const answer = await new SageMakerRuntimeClient(clientOptions(second.url)).send(
      new InvokeEndpointCommand({
        EndpointName: "host",
        InferenceComponentName: "late",
        ContentType: "application/json",
        Body: '{"inputs":"I love this"}',
      }),
    );
    expect(answer.Body.transformToString()).toContain("POSITIVE");
  } finally {
    await second.kill();
    await rm(dataDir, { recursive: true, force: true });
  }
});
