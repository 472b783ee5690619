import { CloudWatchClient, GetMetricStatisticsCommand } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  DeleteEndpointCommand,
  SageMakerClient,
  UpdateEndpointWeightsAndCapacitiesCommand,
} from "@aws-sdk/client-sagemaker";
import {
  InvokeEndpointAsyncCommand,
  type InvokeEndpointAsyncCommandInput,
  InvokeEndpointCommand,
  SageMakerRuntimeClient,
} from "@aws-sdk/client-sagemaker-runtime";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createModel, untilStatus } from "../../../testing/sagemaker-fixtures.ts";
import { type ScriptedInference, scriptedInference } from "../../../testing/scripted-inference.ts";
import { startTestEmulator, type TestEmulator } from "../../../testing/start-test-emulator.ts";

const BUCKET = "sagemaker-us-east-1-111122223333";
const OK_TOPIC = "arn:aws:sns:us-east-1:111122223333:done";
const ERROR_TOPIC = "arn:aws:sns:us-east-1:111122223333:failed";
const LOOK = { timeout: 10_000, interval: 20 };

let emulator: TestEmulator;
let inference: ScriptedInference;

beforeEach(async () => {
  inference = scriptedInference();
  emulator = await startTestEmulator({ inference });
});
afterEach(() => emulator.close());

const sagemaker = () => new SageMakerClient(emulator.sdk);
const runtime = () => new SageMakerRuntimeClient({ ...emulator.sdk, maxAttempts: 1 });
const s3 = () => new S3Client({ ...emulator.sdk, forcePathStyle: true });

async function deployQueue(name: string, more: { concurrent?: number; kms?: string } = {}): Promise<void> {
  const client = sagemaker();
  await createModel(client, name);
  await client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: name,
      ProductionVariants: [
        { VariantName: "AllTraffic", ModelName: name, InstanceType: "ml.m5.xlarge", InitialInstanceCount: 1 },
      ],
      AsyncInferenceConfig: {
        OutputConfig: {
          S3OutputPath: `s3://${BUCKET}/out/`,
          S3FailurePath: `s3://${BUCKET}/bad`,
          KmsKeyId: more.kms,
          NotificationConfig: { SuccessTopic: OK_TOPIC, ErrorTopic: ERROR_TOPIC },
        },
        ClientConfig: { MaxConcurrentInvocationsPerInstance: more.concurrent },
      },
    }),
  );
  await client.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
  await untilStatus(client, name, "InService");
}

async function scaleTo(name: string, count: number): Promise<void> {
  await sagemaker().send(
    new UpdateEndpointWeightsAndCapacitiesCommand({
      EndpointName: name,
      DesiredWeightsAndCapacities: [{ VariantName: "AllTraffic", DesiredInstanceCount: count }],
    }),
  );
  await untilStatus(sagemaker(), name, "InService");
}

function send(EndpointName: string, more: Partial<InvokeEndpointAsyncCommandInput> = { Body: '{"inputs":"good"}' }) {
  return runtime().send(new InvokeEndpointAsyncCommand({ EndpointName, ContentType: "application/json", ...more }));
}

async function objectAt(uri: string | undefined): Promise<{ text: string; type: string | undefined } | null> {
  const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri ?? "") ?? [];
  try {
    const object = await s3().send(new GetObjectCommand({ Bucket, Key }));
    return { text: (await object.Body?.transformToString()) ?? "", type: object.ContentType };
  } catch {
    return null;
  }
}

async function keys(prefix: string): Promise<string[]> {
  const { Contents = [] } = await s3().send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: prefix }));
  return Contents.map(({ Key = "" }) => Key);
}

async function notifications(): Promise<{ topicArn: string; message: Record<string, unknown> }[]> {
  const response = await fetch(`${emulator.url}/_emulator/notifications`);
  return ((await response.json()) as { notifications: { topicArn: string; message: Record<string, unknown> }[] })
    .notifications;
}

async function metric(name: string, endpointName: string, stat: "Sum" | "Average", withVariant: boolean) {
  const now = emulator.clock.now();
  const { Datapoints } = await new CloudWatchClient(emulator.sdk).send(
    new GetMetricStatisticsCommand({
      Namespace: "AWS/SageMaker",
      MetricName: name,
      Dimensions: [
        { Name: "EndpointName", Value: endpointName },
        ...(withVariant ? [{ Name: "VariantName", Value: "AllTraffic" }] : []),
      ],
      StartTime: new Date(now - 86_400_000),
      EndTime: new Date(now + 60_000),
      Period: 86_400,
      Statistics: [stat],
    }),
  );
  return Datapoints?.[0] && { value: Datapoints[0][stat], unit: Datapoints[0].Unit };
}

test("an inline request is accepted at once and answered into S3, with its notification", async () => {
  await deployQueue("queue", { kms: "alias/mine" });
  const accepted = await send("queue", { Body: '{"inputs":"good"}', InferenceId: "mine-1", CustomAttributes: "t=7" });
  expect(accepted).toMatchObject({
    InferenceId: "mine-1",
    OutputLocation: expect.stringMatching(new RegExp(`^s3://${BUCKET}/out/[0-9a-f-]{36}\\.out$`)),
    FailureLocation: expect.stringMatching(new RegExp(`^s3://${BUCKET}/bad/[0-9a-f-]{36}-error\\.out$`)),
    $metadata: { httpStatusCode: 202 },
  });
  const call = await inference.next();
  expect(call.request).toMatchObject({ contentType: "application/json", customAttributes: "t=7" });
  expect(call.request.body.toString()).toBe('{"inputs":"good"}');
  expect(await objectAt(accepted.OutputLocation)).toBeNull();
  emulator.clock.advance(2_000);
  call.end({ body: "[1]" });
  await vi.waitFor(
    async () => expect(await objectAt(accepted.OutputLocation)).toEqual({ text: "[1]", type: "application/json" }),
    LOOK,
  );
  expect(await notifications()).toMatchObject([
    {
      topicArn: OK_TOPIC,
      message: {
        awsRegion: "us-east-1",
        invocationStatus: "Completed",
        requestParameters: { contentType: "application/json", endpointName: "queue" },
        responseParameters: { contentType: "application/json", outputLocation: accepted.OutputLocation },
        inferenceId: "mine-1",
        eventName: "InferenceResult",
        eventVersion: "1.0",
      },
    },
  ]);
  expect(await metric("TotalProcessingTime", "queue", "Sum", true)).toEqual({ value: 2000, unit: "Milliseconds" });
  expect(await metric("InvocationsProcessed", "queue", "Sum", true)).toEqual({ value: 1, unit: "Count" });
  const { events } = await new CloudWatchLogsClient(emulator.sdk).send(
    new FilterLogEventsCommand({ logGroupName: "/aws/sagemaker/Endpoints/queue", filterPattern: '"mine-1"' }),
  );
  expect(events).toMatchObject([
    { logStreamName: expect.stringMatching(/^AllTraffic\/i-0[0-9a-f]{16}\/data-log$/), message: expect.any(String) },
  ]);
});

test("an object in S3 brings its own content type, and its answer may be given a name", async () => {
  await deployQueue("queue");
  const input = { Bucket: BUCKET, Key: "in/1", Body: "a,b", ContentType: "text/csv" };
  await s3().send(new PutObjectCommand(input));
  const accepted = await runtime().send(
    new InvokeEndpointAsyncCommand({
      EndpointName: "queue",
      InputLocation: `s3://${BUCKET}/in/1`,
      S3OutputPathExtension: "day/one",
      Filename: "answer.json",
    }),
  );
  expect(accepted.OutputLocation).toBe(`s3://${BUCKET}/out/day/one/answer.json`);
  const call = await inference.next();
  expect([call.request.contentType, call.request.body.toString()]).toEqual(["text/csv", "a,b"]);
  call.end({ body: "x", contentType: "text/plain" });
  await vi.waitFor(
    async () => expect(await objectAt(accepted.OutputLocation)).toEqual({ text: "x", type: "text/plain" }),
    LOOK,
  );
});

test("what the container refuses and what is missing become failure objects in SageMaker's words", async () => {
  await deployQueue("queue");
  const refused = await send("queue");
  (await inference.next()).end({ status: 400, body: "no such task" });
  const missing = await send("queue", { InputLocation: `s3://${BUCKET}/nothing` });
  await vi.waitFor(async () => {
    expect(await objectAt(refused.FailureLocation)).toMatchObject({
      text: expect.stringMatching(
        /^Received client error \(400\) from primary with message "no such task"\. See https:/,
      ),
    });
    expect(await objectAt(missing.FailureLocation)).toMatchObject({
      text: expect.stringMatching(/^Unable to download the request payload/),
    });
  }, LOOK);
  expect(await objectAt(refused.OutputLocation)).toBeNull();
  const sent = await notifications();
  expect(sent.map(({ topicArn, message }) => [topicArn, message.invocationStatus])).toEqual([
    [ERROR_TOPIC, "Failed"],
    [ERROR_TOPIC, "Failed"],
  ]);
  expect(await metric("InvocationFailures", "queue", "Sum", true)).toEqual({ value: 2, unit: "Count" });
  expect(await metric("RequestDownloadFailures", "queue", "Sum", true)).toMatchObject({ value: 1 });
});

test("exactly one input, a small body, and the right kind of endpoint are asked for at once", async () => {
  await deployQueue("queue");
  const refusals = [
    send("queue", {}),
    send("queue", { Body: "x", InputLocation: `s3://${BUCKET}/in` }),
    send("queue", { Body: "x".repeat(128_001) }),
    send("queue", { Body: "x", RequestTTLSeconds: 59 }),
    send("queue", { Body: "x", InvocationTimeoutSeconds: 3601 }),
    send("nobody"),
    runtime().send(new InvokeEndpointCommand({ EndpointName: "queue", Body: "x" })),
  ];
  for (const refusal of await Promise.allSettled(refusals)) {
    expect(refusal).toMatchObject({ status: "rejected", reason: { name: "ValidationError" } });
  }
  expect(await keys("out/")).toEqual([]);
});

test("without instances requests wait, and go on when one comes; each instance works on so many at once", async () => {
  await deployQueue("queue", { concurrent: 2 });
  await scaleTo("queue", 0);
  const accepted = await Promise.all(Array.from({ length: 5 }, () => send("queue")));
  emulator.clock.advance(60_000);
  await vi.waitFor(
    async () =>
      expect(await metric("HasBacklogWithoutCapacity", "queue", "Average", false)).toEqual({ value: 1, unit: "Count" }),
    LOOK,
  );
  expect(await metric("ApproximateBacklogSize", "queue", "Average", false)).toMatchObject({ value: 5 });
  expect(await metric("ApproximateAgeOfOldestRequest", "queue", "Average", false)).toEqual({
    value: 60,
    unit: "Seconds",
  });
  await scaleTo("queue", 1);
  const first = [await inference.next(), await inference.next()];
  let thirdCame = false;
  const third = inference.next().then((call) => {
    thirdCame = true;
    return call;
  });
  await new Promise((resolve) => setTimeout(resolve, 450));
  expect(thirdCame).toBe(false);
  for (const call of first) call.end();
  (await third).end();
  for (let left = 0; left < 2; left += 1) (await inference.next()).end();
  await vi.waitFor(async () => expect(await keys("out/")).toHaveLength(accepted.length), LOOK);
});

test("a request that waits longer than its time to live expires, as does one that is worked on for too long", async () => {
  await deployQueue("queue");
  const slow = await send("queue", { Body: "slow", InvocationTimeoutSeconds: 30 });
  await inference.next();
  emulator.clock.advance(31_000);
  await vi.waitFor(
    async () =>
      expect(await objectAt(slow.FailureLocation)).toMatchObject({ text: expect.stringContaining("30 seconds") }),
    LOOK,
  );
  await scaleTo("queue", 0);
  const late = await send("queue", { Body: "late", RequestTTLSeconds: 60 });
  emulator.clock.advance(61_000);
  await vi.waitFor(
    async () =>
      expect(await objectAt(late.FailureLocation)).toMatchObject({ text: expect.stringContaining("time to live") }),
    LOOK,
  );
  expect(await metric("ExpiredRequests", "queue", "Sum", true)).toMatchObject({ value: 2 });
});

test("a restart loses nothing and shows nothing twice", async () => {
  await deployQueue("queue", { concurrent: 1 });
  const accepted = await Promise.all(["a", "b", "c"].map((Body) => send("queue", { Body })));
  (await inference.next()).end({ body: "first" });
  await inference.next(); // under way when the emulator stops
  await vi.waitFor(async () => expect(await keys("out/")).toHaveLength(1), LOOK);
  emulator = await emulator.restart();
  for (let left = 0; left < 2; left += 1) (await inference.next()).end({ body: "again" });
  await vi.waitFor(async () => expect(await keys("out/")).toHaveLength(3), LOOK);
  const texts = await Promise.all(accepted.map(({ OutputLocation }) => objectAt(OutputLocation)));
  expect(texts.map((each) => each?.text).sort()).toEqual(["again", "again", "first"]);
  expect(await notifications()).toHaveLength(3);
});

test("what waits goes with its endpoint", async () => {
  await deployQueue("queue");
  await scaleTo("queue", 0);
  await send("queue");
  await sagemaker().send(new DeleteEndpointCommand({ EndpointName: "queue" }));
  await new Promise((resolve) => setTimeout(resolve, 450));
  await deployQueue("other");
  expect(await notifications()).toEqual([]);
  expect([await keys("out/"), await keys("bad/")]).toEqual([[], []]);
});
