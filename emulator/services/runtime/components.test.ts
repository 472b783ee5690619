import { CloudWatchClient, GetMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import {
  DescribeEndpointCommand,
  SageMakerClient,
  UpdateInferenceComponentCommand,
  UpdateInferenceComponentRuntimeConfigCommand,
} from "@aws-sdk/client-sagemaker";
import {
  InvokeEndpointCommand,
  InvokeEndpointWithResponseStreamCommand,
  SageMakerRuntimeClient,
} from "@aws-sdk/client-sagemaker-runtime";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createComponent, createHost, describeComponent, untilComponent } from "../../testing/component-fixtures.ts";
import { deployModel } from "../../testing/deploy-model.ts";
import { createModel, failureOf } from "../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const TGI =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-tgi-inference:2.6.0-tgi3.2.3-gpu-py311-cu124-ubuntu22.04";

let emulator: TestEmulator;
let sagemaker: SageMakerClient;
let runtime: SageMakerRuntimeClient;

beforeAll(async () => {
  emulator = await startTestEmulator();
  sagemaker = new SageMakerClient(emulator.sdk);
  runtime = new SageMakerRuntimeClient({ ...emulator.sdk, maxAttempts: 1 });
  await createModel(sagemaker, "reviews");
  await createHost(sagemaker, "shared");
  await createComponent(sagemaker, "reviews", "shared", "reviews", { copies: 2, memoryMb: 2048 });
  await untilComponent(sagemaker, "reviews", "InService");
});
afterAll(() => emulator.close());

function invoke(InferenceComponentName: string | undefined, body: unknown, EndpointName = "shared") {
  return runtime.send(
    new InvokeEndpointCommand({
      EndpointName,
      InferenceComponentName,
      Body: JSON.stringify(body),
      ContentType: "application/json",
    }),
  );
}

const scaleTo = (name: string, CopyCount: number) =>
  sagemaker.send(
    new UpdateInferenceComponentRuntimeConfigCommand({
      InferenceComponentName: name,
      DesiredRuntimeConfig: { CopyCount },
    }),
  );

/** The sum of a metric in the hour around now. */
async function sumOf(MetricName: string, dimensions: Record<string, string>, Namespace = "AWS/SageMaker") {
  const now = emulator.clock.now();
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  const { MetricDataResults } = await new CloudWatchClient(emulator.sdk).send(
    new GetMetricDataCommand({
      StartTime: new Date(now - 1_800_000),
      EndTime: new Date(now + 1_800_000),
      MetricDataQueries: [
        { Id: "m", MetricStat: { Metric: { Namespace, MetricName, Dimensions }, Period: 3600, Stat: "Sum" } },
      ],
    }),
  );
  return (MetricDataResults?.[0]?.Values ?? []).reduce((sum, value) => sum + value, 0);
}

test("a component answers with its own model, writes its own log, and counts by copy", async () => {
  const answer = await invoke("reviews", { inputs: "I love this" });
  expect(JSON.parse(answer.Body.transformToString())).toStrictEqual([
    { label: "POSITIVE", score: expect.closeTo(0.99999, 4) },
  ]);
  expect(answer.InvokedProductionVariant).toBe("AllTraffic");
  const component = { InferenceComponentName: "reviews" };
  expect(await sumOf("Invocations", component)).toBe(1);
  expect(await sumOf("InvocationsPerCopy", component)).toBe(0.5);
  expect(await sumOf("ConcurrentRequestsPerCopy", component)).toBe(0.5);
  expect(await sumOf("ModelLatency", component)).toBeGreaterThan(0);
  expect(await sumOf("Invocations", { EndpointName: "shared", VariantName: "AllTraffic" })).toBe(1);
  const { events } = await new CloudWatchLogsClient(emulator.sdk).send(
    new FilterLogEventsCommand({ logGroupName: "/aws/sagemaker/InferenceComponents/reviews" }),
  );
  expect(events?.length).toBeGreaterThan(0);
});

test("an endpoint with components wants a name, one without refuses it, and a wrong one is not found", async () => {
  expect(await failureOf(invoke(undefined, {}))).toStrictEqual({
    name: "ValidationError",
    message:
      "Inference Component Name header is required for endpoints to which you plan to deploy inference components. Please include Inference Component Name header or consider using SageMaker models.",
  });
  expect(await failureOf(invoke("nobody", {}))).toStrictEqual({
    name: "ValidationError",
    message: "Inference Component nobody of account 111122223333 not found.",
  });
  await createHost(sagemaker, "other");
  expect((await failureOf(invoke("reviews", {}, "other"))).message).toMatch(/reviews of account .* not found/);
  await deployModel(emulator, "plain", [{ environment: { HF_MODEL_ID: "bundled/afinn-sentiment" } }]);
  expect((await failureOf(invoke("reviews", {}, "plain"))).message).toMatch(
    /^Inference Component Name header is not allowed for endpoints to which you dont plan/,
  );
  expect((await failureOf(invoke("not_a_name", {}))).message).toMatch(/at 'inferenceComponentName' failed to satisfy/);
});

test("a container's refusal points to the component's log group", async () => {
  expect((await failureOf(invoke("reviews", [1]))).message).toContain(
    "#logEventViewer:group=/aws/sagemaker/InferenceComponents/reviews in account",
  );
});

test("without copies a call is refused in SageMaker's words and counted, and with copies again it is answered", async () => {
  await createComponent(sagemaker, "sleeper", "shared", "reviews", { cpuCores: 0.5, memoryMb: 512 });
  await untilComponent(sagemaker, "sleeper", "InService");
  await scaleTo("sleeper", 0);
  expect((await describeComponent(sagemaker, "sleeper")).RuntimeConfig?.CurrentCopyCount).toBe(0);
  expect(await failureOf(invoke("sleeper", { inputs: "x" }))).toStrictEqual({
    name: "ValidationError",
    message:
      "Inference Component has no capacity to process this request. ApplicationAutoScaling may be in-progress (if configured) or try to increase the capacity by invoking UpdateInferenceComponentRuntimeConfig API.",
  });
  expect(await sumOf("NoCapacityInvocationFailures", { InferenceComponentName: "sleeper" })).toBe(1);
  await scaleTo("sleeper", 1);
  await untilComponent(sagemaker, "sleeper", "InService");
  expect((await invoke("sleeper", { inputs: "I love this" })).ContentType).toBe("application/json");
});

test("an image for another device fails as on AWS, and on a host of its kind it serves and streams", async () => {
  const specification = {
    ModelName: undefined,
    Container: { Image: TGI, Environment: { HF_MODEL_ID: "bundled/tiny-stories-lm" } },
  };
  await createComponent(sagemaker, "misplaced", "shared", "", { cpuCores: 0.5, memoryMb: 512, specification });
  await untilComponent(sagemaker, "misplaced", "Failed");
  expect((await describeComponent(sagemaker, "misplaced")).FailureReason).toMatch(/Found no NVIDIA driver/);

  await createHost(sagemaker, "gpus", { InstanceType: "ml.g5.xlarge" });
  await createComponent(sagemaker, "changing", "gpus", "reviews");
  await untilComponent(sagemaker, "changing", "InService");
  await sagemaker.send(
    new UpdateInferenceComponentCommand({
      InferenceComponentName: "changing",
      Specification: {
        Container: specification.Container,
        ComputeResourceRequirements: { NumberOfAcceleratorDevicesRequired: 1, MinMemoryRequiredInMb: 1024 },
      },
    }),
  );
  await untilComponent(sagemaker, "changing", "InService");
  const answer = await runtime.send(
    new InvokeEndpointWithResponseStreamCommand({
      EndpointName: "gpus",
      InferenceComponentName: "changing",
      Body: JSON.stringify({ inputs: "Once upon a time", stream: true, parameters: { max_new_tokens: 4 } }),
      ContentType: "application/json",
    }),
  );
  let text = "";
  for await (const event of answer.Body ?? []) text += Buffer.from(event.PayloadPart?.Bytes ?? []).toString();
  expect(text.match(/data:/g)?.length).toBe(4);
});

test("reserved shares of the instances are published once a minute", async () => {
  emulator.clock.advance(60_000);
  const variant = { EndpointName: "shared", VariantName: "AllTraffic" };
  // 2 copies of 1 core and 2 GiB, and one of half a core and half a GiB, on 4 cores and 16 GiB.
  expect(await sumOf("CPUReservation", variant, "/aws/sagemaker/Endpoints")).toBe(62.5);
  expect(await sumOf("MemoryReservation", variant, "/aws/sagemaker/Endpoints")).toBe(28.125);
  const gpus = { EndpointName: "gpus", VariantName: "AllTraffic" };
  expect(await sumOf("GPUReservation", gpus, "/aws/sagemaker/Endpoints")).toBe(100);
});

test("after a restart a component answers as before", async () => {
  emulator = await emulator.restart();
  sagemaker = new SageMakerClient(emulator.sdk);
  runtime = new SageMakerRuntimeClient({ ...emulator.sdk, maxAttempts: 1 });
  const answer = await invoke("reviews", { inputs: "I love this" });
  expect(answer.Body.transformToString()).toContain("POSITIVE");
  const { ProductionVariants } = await sagemaker.send(new DescribeEndpointCommand({ EndpointName: "shared" }));
  expect(ProductionVariants?.[0]?.CurrentInstanceCount).toBe(1);
});
