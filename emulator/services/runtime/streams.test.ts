import { CloudWatchClient, GetMetricStatisticsCommand } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { SageMakerClient } from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { deployModel } from "../../testing/deploy-model.ts";
import { heldInference } from "../../testing/held-inference.ts";
import { type ModelCaller, modelCaller } from "../../testing/invoke-model.ts";
import { createEndpoint, untilStatus } from "../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

const image = "huggingface-pytorch-tgi-inference:2.7.0-tgi3.3.6-gpu-py311-cu124-ubuntu22.04";
const VLLM = "huggingface-vllm:0.21.0-transformers5.8.1-gpu-py312-cu130-ubuntu22.04";
const environment = { HF_MODEL_ID: "bundled/tiny-stories-lm" };
const body = { inputs: "once upon a time", parameters: { max_new_tokens: 6 }, stream: true };

let emulator: TestEmulator;
let call: ModelCaller;

beforeAll(async () => {
  emulator = await startTestEmulator();
  call = modelCaller(emulator);
});
afterAll(() => emulator.close());
beforeEach(async () => {
  await rehearse("scenarios", { name: "normal" });
});

async function rehearse(path: string, plan: object): Promise<void> {
  const response = await fetch(`${emulator.url}/_emulator/${path}`, { method: "POST", body: JSON.stringify(plan) });
  expect(response.status).toBe(200);
}

const STREAMING = { service: "sagemaker-runtime", operation: "InvokeEndpointWithResponseStream" };

/** The parts of a stream, and the error that ended it. */
async function outcome(parts: AsyncIterable<string>): Promise<{ parts: string[]; error: unknown }> {
  const seen: string[] = [];
  try {
    for await (const part of parts) seen.push(part);
    return { parts: seen, error: null };
  } catch (error) {
    return { parts: seen, error };
  }
}

async function metric(endpointName: string, name: string): Promise<number | undefined> {
  const now = emulator.clock.now();
  const { Datapoints } = await new CloudWatchClient(emulator.sdk).send(
    new GetMetricStatisticsCommand({
      Namespace: "AWS/SageMaker",
      MetricName: name,
      Dimensions: [
        { Name: "EndpointName", Value: endpointName },
        { Name: "VariantName", Value: "AllTraffic" },
      ],
      StartTime: new Date(now - 60_000),
      EndTime: new Date(now + 60_000),
      Period: 60,
      Statistics: ["Sum"],
    }),
  );
  return Datapoints?.[0]?.Sum;
}

test("parts come while the model still writes, and it stops when the reader leaves", async () => {
  await deployModel(emulator, "left", [{ image: VLLM, environment }]);
  // Two hundred tokens would take longer than this test may.
  await rehearse("faults", { ...STREAMING, stream: { tokenDelayMs: 500 } });
  const leave = new AbortController();
  const long = { prompt: "once upon a time", max_tokens: 200, ignore_eos: true, stream: true };
  for await (const part of call.parts("left", long, leave.signal)) {
    expect(part).toContain('"finish_reason":null');
    leave.abort();
    break;
  }
  // The server's line comes when the model has stopped.
  const logs = new CloudWatchLogsClient(emulator.sdk);
  await vi.waitFor(
    async () => {
      const filter = { logGroupName: "/aws/sagemaker/Endpoints/left", filterPattern: '"POST /invocations"' };
      expect((await logs.send(new FilterLogEventsCommand(filter))).events).toHaveLength(1);
    },
    { timeout: 30_000, interval: 50 },
  );
  expect(await call.json("left", { prompt: "once upon a time", max_tokens: 6, temperature: 0 })).toMatchObject({
    choices: [{ text: ", there was a brave mouse" }],
  });
});

test("the latency of a stream is the time to its last token", async () => {
  await deployModel(emulator, "slow", [{ image, environment }]);
  await rehearse("scenarios", { name: "slow-stream" });
  expect((await outcome(call.parts("slow", { ...body, parameters: { max_new_tokens: 3 } }))).parts).toHaveLength(3);
  expect(await metric("slow", "ModelLatency")).toBeGreaterThan(3 * 200_000);
  expect(await metric("slow", "InvocationModelErrors")).toBe(0);
});

test("a stream that breaks ends in an error after the parts that came", async () => {
  await deployModel(emulator, "broken", [{ image, environment }]);
  await rehearse("faults", { ...STREAMING, stream: { breakAfterParts: 2 } });
  const broken = await outcome(call.parts("broken", body));
  expect(broken.parts).toHaveLength(2);
  expect(broken.error).toMatchObject({
    name: "ModelStreamError",
    ErrorCode: "StreamBroken",
    message: "The model container closed the connection before its response was complete.",
  });
  expect(await metric("broken", "InvocationModelErrors")).toBe(1);
  expect((await outcome(call.parts("broken", body))).error).toBeNull();

  await rehearse("scenarios", { name: "broken-stream" });
  for (let round = 0; round < 2; round += 1) {
    expect((await outcome(call.parts("broken", body))).parts).toHaveLength(3);
  }
});

test.each([
  ["takes too long", 0, "ModelInvocationTimeExceeded"],
  ["dies", 500, "StreamBroken"],
])("a container that %s in the middle of its stream is told by the error's code", async (_what, status, ErrorCode) => {
  const host = heldInference();
  host.letGo();
  const inference = {
    ...host,
    invoke: async (
      _target: unknown,
      _request: unknown,
      options?: { onPart?(bytes: Uint8Array, type: string): void },
    ) => {
      options?.onPart?.(Buffer.from("a part"), "text/event-stream");
      return { status, contentType: "application/json", body: Buffer.from("what went wrong"), modelLatencyUs: 1 };
    },
  };
  const other = await startTestEmulator({ inference });
  const sagemaker = new SageMakerClient(other.sdk);
  await createEndpoint(sagemaker, "ending");
  await untilStatus(sagemaker, "ending", "InService");
  expect(await outcome(modelCaller(other).parts("ending", body))).toStrictEqual({
    parts: ["a part"],
    error: expect.objectContaining({ name: "ModelStreamError", ErrorCode, message: "what went wrong" }),
  });
  await other.close();
});
