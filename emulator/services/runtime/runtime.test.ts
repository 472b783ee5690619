import { CloudWatchClient, GetMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import {
  CloudWatchLogsClient,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  InvokeEndpointCommand,
  type InvokeEndpointCommandInput,
  InvokeEndpointWithResponseStreamCommand,
  SageMakerRuntimeClient,
} from "@aws-sdk/client-sagemaker-runtime";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { deployModel } from "../../testing/deploy-model.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const sentiment = { HF_MODEL_ID: "bundled/afinn-sentiment", HF_TASK: "text-classification" };
const stories = { HF_MODEL_ID: "bundled/tiny-stories-lm", HF_TASK: "text-generation" };

let emulator: TestEmulator;
let runtime: SageMakerRuntimeClient;

beforeAll(async () => {
  emulator = await startTestEmulator();
  runtime = new SageMakerRuntimeClient(emulator.sdk);
  expect(await deployModel(emulator, "reviews", [{ environment: sentiment }])).toMatchObject({
    EndpointStatus: "InService",
  });
});
afterAll(() => emulator.close());

function invoke(EndpointName: string, body: unknown, more: Partial<InvokeEndpointCommandInput> = {}) {
  return runtime.send(
    new InvokeEndpointCommand({ EndpointName, Body: JSON.stringify(body), ContentType: "application/json", ...more }),
  );
}

test("an endpoint answers with its model's real scores", async () => {
  const answer = await invoke("reviews", { inputs: "I love this" }, { CustomAttributes: "trace-7" });
  expect(JSON.parse(answer.Body.transformToString())).toStrictEqual([
    { label: "POSITIVE", score: expect.closeTo(0.99999, 4) },
  ]);
  expect(answer).toMatchObject({
    ContentType: "application/json",
    InvokedProductionVariant: "AllTraffic",
    CustomAttributes: "trace-7",
  });
});

test("an endpoint that is not there is told as AWS tells it", async () => {
  await expect(invoke("nothing", {})).rejects.toMatchObject({
    name: "ValidationError",
    message: "Endpoint nothing of account 111122223333 not found.",
    $metadata: { httpStatusCode: 400 },
  });
});

test("names and headers are checked by AWS's constraints", async () => {
  await expect(invoke("not_a_name", {})).rejects.toMatchObject({
    name: "ValidationError",
    message: expect.stringMatching(
      /^1 validation error detected: Value 'not_a_name' at 'endpointName' failed to satisfy/,
    ),
  });
  await expect(invoke("reviews", {}, { CustomAttributes: "x".repeat(1025) })).rejects.toMatchObject({
    name: "ValidationError",
  });
});

test("what the container refuses is a ModelError with its own words", async () => {
  const OriginalMessage =
    '{\n  "code": 400,\n  "type": "InternalServerException",\n  "message": "pop expected at most 1 argument, got 2"\n}\n';
  const group = "/aws/sagemaker/Endpoints/reviews";
  await expect(invoke("reviews", [1])).rejects.toMatchObject({
    name: "ModelError",
    message: `Received client error (400) from primary with message "${OriginalMessage}". See https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#logEventViewer:group=${group} in account 111122223333 for more information.`,
    OriginalStatusCode: 400,
    OriginalMessage,
    LogStreamArn: `arn:aws:logs:us-east-1:111122223333:log-group:${group}`,
    $metadata: { httpStatusCode: 424 },
  });
});

test("a body above 25 MB is refused", async () => {
  const Body = Buffer.alloc(30 * 1024 * 1024, 32);
  await expect(invoke("reviews", null, { Body })).rejects.toMatchObject({
    name: "ValidationError",
    message: expect.stringMatching(/^Request .+ has oversize body\.$/),
  });
});

test("a body above the container's own limit is refused by the container", async () => {
  const Body = Buffer.alloc(7 * 1024 * 1024, 32);
  await expect(invoke("reviews", null, { Body })).rejects.toMatchObject({
    name: "ModelError",
    message: expect.stringMatching(
      /^Received client error \(413\) from primary and could not load the entire response body\. See https:/,
    ),
    OriginalStatusCode: 413,
    $metadata: { httpStatusCode: 424 },
  });
});

test("traffic follows weights, and a caller may name a variant", async () => {
  await deployModel(emulator, "split", [
    { name: "Main", environment: sentiment, weight: 1 },
    { name: "Shadow", environment: sentiment, weight: 0 },
  ]);
  for (let call = 0; call < 5; call += 1) {
    expect((await invoke("split", { inputs: "fine" })).InvokedProductionVariant).toBe("Main");
  }
  const named = await invoke("split", { inputs: "fine" }, { TargetVariant: "Shadow" });
  expect(named.InvokedProductionVariant).toBe("Shadow");
  await expect(invoke("split", {}, { TargetVariant: "Other" })).rejects.toMatchObject({ name: "ValidationError" });
});

test("CloudWatch shows what was invoked", async () => {
  await deployModel(emulator, "measured", [{ environment: sentiment, instanceCount: 2 }]);
  for (let call = 0; call < 3; call += 1) await invoke("measured", { inputs: "good" });
  await invoke("measured", "wrong").catch(() => undefined);
  const now = emulator.clock.now();
  const { MetricDataResults } = await new CloudWatchClient(emulator.sdk).send(
    new GetMetricDataCommand({
      StartTime: new Date(now - 60_000),
      EndTime: new Date(now + 60_000),
      MetricDataQueries: [
        ["Invocations", "Sum"],
        ["InvocationsPerInstance", "Sum"],
        ["Invocation4XXErrors", "Sum"],
        ["Invocation4XXErrors", "Average"],
        ["InvocationModelErrors", "Sum"],
        ["ModelLatency", "SampleCount"],
        ["OverheadLatency", "SampleCount"],
      ].map(([MetricName, Stat], index) => ({
        Id: `m${index}`,
        MetricStat: {
          Metric: {
            Namespace: "AWS/SageMaker",
            MetricName,
            Dimensions: [
              { Name: "EndpointName", Value: "measured" },
              { Name: "VariantName", Value: "AllTraffic" },
            ],
          },
          Period: 60,
          Stat,
        },
      })),
    }),
  );
  expect(MetricDataResults?.map((result) => result.Values?.[0])).toStrictEqual([4, 2, 1, 0.25, 1, 4, 4]);
});

test("the endpoint's log group holds the server's access lines and the error", async () => {
  const logs = new CloudWatchLogsClient(emulator.sdk);
  const logGroupName = "/aws/sagemaker/Endpoints/reviews";
  const { logStreams } = await logs.send(new DescribeLogStreamsCommand({ logGroupName }));
  expect(logStreams).toMatchObject([{ logStreamName: expect.stringMatching(/^AllTraffic\/i-0[0-9a-f]{16}$/) }]);
  const { events } = await logs.send(new FilterLogEventsCommand({ logGroupName, filterPattern: "ACCESS_LOG" }));
  expect(events?.map(({ message }) => message?.match(/"[A-Z]+ \S+ HTTP\/1.1" \d+/)?.[0])).toStrictEqual([
    '"GET /ping HTTP/1.1" 200',
    '"POST /invocations HTTP/1.1" 200',
    '"POST /invocations HTTP/1.1" 400',
  ]);
});

test("a model that cannot load fails the endpoint with the reason", async () => {
  const endpoint = await deployModel(emulator, "broken", [{ environment: { HF_MODEL_ID: "bundled/nothing" } }]);
  expect(endpoint).toMatchObject({
    EndpointStatus: "Failed",
    FailureReason:
      'The primary container for production variant AllTraffic did not pass the ping health check. Please check CloudWatch logs for this endpoint. The emulator has no bundled model "bundled/nothing".',
  });
  await expect(invoke("broken", {})).rejects.toThrow("Endpoint broken of account 111122223333 not found.");
});

test("the inference toolkit does not stream: its whole answer is one part", async () => {
  await deployModel(emulator, "stories", [{ environment: stories }]);
  const ask = (body: object) =>
    runtime.send(
      new InvokeEndpointWithResponseStreamCommand({
        EndpointName: "stories",
        Body: JSON.stringify(body),
        ContentType: "application/json",
      }),
    );
  const answer = await ask({ inputs: "once upon a time", parameters: { max_new_tokens: 6 }, stream: true });
  expect(answer).toMatchObject({ ContentType: "application/json", InvokedProductionVariant: "AllTraffic" });
  const parts: string[] = [];
  for await (const event of answer.Body ?? []) parts.push(Buffer.from(event.PayloadPart?.Bytes ?? []).toString());
  expect(parts).toStrictEqual(['[{"generated_text":"once upon a time, there was a brave mouse"}]']);
  await expect(ask({ inputs: 3 })).rejects.toMatchObject({ name: "ModelError", OriginalStatusCode: 400 });
});
