import { CloudWatchClient, GetMetricStatisticsCommand } from "@aws-sdk/client-cloudwatch";
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  type ProductionVariantServerlessConfig,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ServingTarget } from "../../../container/inference-host.ts";
import { createModel, IMAGE, ROLE, untilStatus } from "../../../testing/sagemaker-fixtures.ts";
import { type ScriptedInference, scriptedInference } from "../../../testing/scripted-inference.ts";
import { startTestEmulator, type TestEmulator } from "../../../testing/start-test-emulator.ts";

let emulator: TestEmulator;
let inference: ScriptedInference;
/** What was loaded and freed, in order. */
const loads: string[] = [];

beforeAll(async () => {
  inference = {
    ...scriptedInference(),
    start: async (target: ServingTarget) => void loads.push(`load ${target.endpointName}`),
    release: (target: ServingTarget) => void loads.push(`free ${target.endpointName}`),
  };
  emulator = await startTestEmulator({ inference });
});
afterAll(() => emulator.close());

const invoke = (EndpointName: string, Body = "x") =>
  new SageMakerRuntimeClient({ ...emulator.sdk, maxAttempts: 1 }).send(
    new InvokeEndpointCommand({ EndpointName, Body }),
  );

async function createServerless(name: string, config: Partial<ProductionVariantServerlessConfig>, more: object = {}) {
  const client = new SageMakerClient(emulator.sdk);
  await createModel(client, name).catch(() => undefined);
  return client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: name,
      ProductionVariants: [
        {
          VariantName: "AllTraffic",
          ModelName: name,
          ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 2, ...config },
        },
      ],
      ...more,
    }),
  );
}

async function deploy(name: string, config: Partial<ProductionVariantServerlessConfig>): Promise<void> {
  const client = new SageMakerClient(emulator.sdk);
  await createServerless(name, config);
  await client.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
  await untilStatus(client, name, "InService");
  loads.length = 0;
}

async function answered(name: string): Promise<void> {
  const call = invoke(name);
  (await inference.next()).end();
  await call;
}

async function datapoint(name: string, metric: string) {
  const now = emulator.clock.now();
  const { Datapoints } = await new CloudWatchClient(emulator.sdk).send(
    new GetMetricStatisticsCommand({
      Namespace: "AWS/SageMaker",
      MetricName: metric,
      Dimensions: [
        { Name: "EndpointName", Value: name },
        { Name: "VariantName", Value: "AllTraffic" },
      ],
      StartTime: new Date(now - 3_600_000),
      EndTime: new Date(now + 60_000),
      Period: 86_400,
      Statistics: ["Maximum", "SampleCount"],
    }),
  );
  return Datapoints?.[0];
}

test("the first call and one after idleness load the model; calls between do not", async () => {
  await deploy("sleepy", {});
  await answered("sleepy");
  await answered("sleepy");
  expect(loads).toEqual(["free sleepy", "load sleepy"]);
  emulator.clock.advance(299_000);
  await answered("sleepy");
  emulator.clock.advance(300_000);
  await answered("sleepy");
  expect(loads).toEqual(["free sleepy", "load sleepy", "free sleepy", "load sleepy"]);
  expect(await datapoint("sleepy", "ModelSetupTime")).toMatchObject({ SampleCount: 2, Unit: "Microseconds" });
});

test("more calls at once than MaxConcurrency are throttled", async () => {
  await deploy("narrow", { MaxConcurrency: 1 });
  const first = invoke("narrow");
  const running = await inference.next();
  await expect(invoke("narrow")).rejects.toMatchObject({ name: "ThrottlingException", message: "Rate exceeded" });
  running.end();
  await first;
  await answered("narrow");
  expect(await datapoint("narrow", "ServerlessConcurrentExecutionsUtilization")).toMatchObject({ Maximum: 1 });
});

test("provisioned concurrency has no cold start; what spills over has", async () => {
  await deploy("ready", { MaxConcurrency: 2, ProvisionedConcurrency: 1 });
  const first = invoke("ready");
  const one = await inference.next();
  expect(loads).toEqual([]);
  const second = invoke("ready");
  const two = await inference.next();
  expect(loads).toEqual(["load ready"]);
  one.end();
  two.end();
  await Promise.all([first, second]);
  expect(await datapoint("ready", "ServerlessProvisionedConcurrencySpilloverInvocations")).toMatchObject({
    Maximum: 1,
  });
});

test("a payload above 4 MB is refused", async () => {
  await deploy("small", {});
  await expect(invoke("small", "x".repeat(4 * 1024 * 1024 + 1))).rejects.toMatchObject({
    name: "ValidationError",
    message: expect.stringMatching(/has oversize body\.$/),
  });
});

test("memory comes in steps of 1 GB, concurrency has its limits, and neither GPU images nor queues go with it", async () => {
  const refused = { name: "ValidationException" };
  await expect(createServerless("bad", { MemorySizeInMB: 1500 })).rejects.toMatchObject(refused);
  await expect(createServerless("bad", { MaxConcurrency: 201 })).rejects.toMatchObject(refused);
  await expect(createServerless("bad", { MaxConcurrency: 2, ProvisionedConcurrency: 3 })).rejects.toMatchObject(
    refused,
  );
  const AsyncInferenceConfig = { OutputConfig: { S3OutputPath: "s3://b/out" } };
  await expect(createServerless("bad", {}, { AsyncInferenceConfig })).rejects.toMatchObject(refused);
  await new SageMakerClient(emulator.sdk).send(
    new CreateModelCommand({
      ModelName: "gpu",
      ExecutionRoleArn: ROLE,
      PrimaryContainer: { Image: IMAGE.replace("-cpu-py312", "-gpu-py312-cu124") },
    }),
  );
  await expect(createServerless("gpu", {})).rejects.toThrow("made for an accelerator");
});
