import { gzipSync } from "node:zlib";
import { CloudWatchClient, ListMetricsCommand } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import {
  CreateModelCommand,
  CreateTransformJobCommand,
  ListTagsCommand,
  ListTransformJobsCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import golden from "@/catalog/recipes/golden/12.json" with { type: "json" };
import { s3Client } from "../../testing/s3-client.ts";
import { createModel, failureOf, ROLE } from "../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";
import { createTransform, keysBelow, putText, textOf, whenOver } from "../../testing/transform-fixtures.ts";

// Models run in processes, which start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const MODEL = "mood";
let emulator: TestEmulator;
let client: SageMakerClient;
const s3 = () => s3Client(emulator);
const jsonLines = (...texts: string[]) => texts.map((inputs) => `${JSON.stringify({ inputs })}\n`).join("");

beforeAll(async () => {
  emulator = await startTestEmulator();
  client = new SageMakerClient({ ...emulator.sdk, maxAttempts: 1 });
  await createModel(client, MODEL);
});
afterAll(() => emulator.close());

async function logLines(job: string): Promise<{ stream: string; message: string }[]> {
  const logs = new CloudWatchLogsClient(emulator.sdk);
  const asked = { logGroupName: "/aws/sagemaker/TransformJobs", logStreamNamePrefix: `${job}/` };
  const { events = [] } = await logs.send(new FilterLogEventsCommand(asked));
  return events.map(({ logStreamName = "", message = "" }) => ({ stream: logStreamName, message }));
}

test("sample notebook 12's requests run: one answer a line, glued together without AssembleWith", async () => {
  const { CreateModel, CreateTransformJob } = golden.requests;
  const key = "batch_transform/input/tweet_data.jsonl";
  await putText(s3(), key, jsonLines("I love it", "I hate it"));
  await client.send(
    new CreateModelCommand({
      ...CreateModel,
      ExecutionRoleArn: ROLE,
      PrimaryContainer: {
        ...CreateModel.PrimaryContainer,
        Environment: { ...CreateModel.PrimaryContainer.Environment, HF_MODEL_ID: "bundled/afinn-sentiment" },
      },
    }),
  );
  await client.send(new CreateTransformJobCommand(CreateTransformJob as never));
  const job = await whenOver(client, CreateTransformJob.TransformJobName);
  expect(job).toMatchObject({ TransformJobStatus: "Completed", ...CreateTransformJob });
  const output = await textOf(s3(), "batch_transform/output/tweet_data.jsonl.out");
  expect(output).toMatch(/^\[\{"label":"\w+","score":[\d.]+\}\]\[\{"label":"\w+","score":[\d.]+\}\]$/);
});

test("every object below a prefix gets an output of its own, and two instances share them", async () => {
  await putText(s3(), "many/a.jsonl", jsonLines("good", "bad"));
  await putText(s3(), "many/sub/b.jsonl", jsonLines("fine"));
  await createTransform(client, "prefix", MODEL, {
    input: "many/",
    over: {
      TransformResources: { InstanceType: "ml.m5.xlarge", InstanceCount: 2 },
      Tags: [{ Key: "team", Value: "x" }],
    },
  });
  const job = await whenOver(client, "prefix");
  expect(job.TransformJobStatus).toBe("Completed");
  expect(await keysBelow(s3(), "out/prefix/")).toStrictEqual(["out/prefix/a.jsonl.out", "out/prefix/sub/b.jsonl.out"]);
  expect((await textOf(s3(), "out/prefix/a.jsonl.out")).trim().split("\n")).toHaveLength(2);
  const lines = await logLines("prefix");
  const streams = new Set(lines.map(({ stream }) => stream.split("/")[1]));
  expect(streams.size).toBe(2);
  expect(lines.map(({ message }) => message).join("\n")).toContain(
    "[sagemaker logs]: MaxConcurrentTransforms=1, MaxPayloadInMB=6, BatchStrategy=SINGLE_RECORD",
  );
  const tags = await client.send(new ListTagsCommand({ ResourceArn: job.TransformJobArn }));
  expect(tags.Tags).toStrictEqual([{ Key: "team", Value: "x" }]);
  const cloudwatch = new CloudWatchClient(emulator.sdk);
  const { Metrics = [] } = await cloudwatch.send(new ListMetricsCommand({ Namespace: "/aws/sagemaker/TransformJobs" }));
  const ofJob = Metrics.filter(({ Dimensions }) => Dimensions?.[0]?.Value?.startsWith("prefix/"));
  expect(new Set(ofJob.map(({ MetricName }) => MetricName))).toStrictEqual(
    new Set(["CPUUtilization", "MemoryUtilization"]),
  );
});

test("a manifest names the objects, and Gzip is unpacked", async () => {
  await putText(s3(), "lists/x/one.jsonl.gz", gzipSync(jsonLines("good", "bad", "good")));
  await putText(s3(), "lists/x/two.jsonl.gz", gzipSync(jsonLines("never read")));
  const manifest = [{ prefix: "s3://sagemaker-us-east-1-111122223333/lists/" }, "x/one.jsonl.gz"];
  await putText(s3(), "manifest.json", JSON.stringify(manifest));
  await createTransform(client, "manifest", MODEL, {
    input: "manifest.json",
    s3DataType: "ManifestFile",
    compression: "Gzip",
  });
  expect(await whenOver(client, "manifest")).toMatchObject({ TransformJobStatus: "Completed" });
  expect(await keysBelow(s3(), "out/manifest/")).toStrictEqual(["out/manifest/x/one.jsonl.gz.out"]);
  expect((await textOf(s3(), "out/manifest/x/one.jsonl.gz.out")).trim().split("\n")).toHaveLength(3);
});

test("MultiRecord sends a CSV's lines together, and its rows are joined with the answers", async () => {
  await putText(s3(), "rows.csv", 'inputs\nI love it\n"bad, really"\n');
  await createTransform(client, "csv", MODEL, {
    input: "rows.csv",
    contentType: "text/csv",
    accept: "text/csv",
    over: { BatchStrategy: "MultiRecord", DataProcessing: { JoinSource: "Input" } },
  });
  expect(await whenOver(client, "csv")).toMatchObject({ TransformJobStatus: "Completed" });
  const [header, ...rows] = (await textOf(s3(), "out/csv/rows.csv.out")).trim().split("\n");
  expect(header).toBe("inputs,label,score");
  expect(rows).toStrictEqual([
    expect.stringMatching(/^I love it,\w+,[\d.]+$/),
    expect.stringMatching(/^"bad, really",/),
  ]);
});

test("records are filtered before the model sees them and joined with what it says", async () => {
  const records = [
    { id: 7, body: { inputs: "lovely" } },
    { id: 8, body: { inputs: "awful" } },
  ];
  await putText(s3(), "joined.jsonl", records.map((record) => JSON.stringify(record)).join("\n"));
  await createTransform(client, "join", MODEL, {
    input: "joined.jsonl",
    accept: "application/json",
    over: {
      DataProcessing: { InputFilter: "$.body", JoinSource: "Input", OutputFilter: "$['id','SageMakerOutput']" },
      MaxConcurrentTransforms: 2,
    },
  });
  expect(await whenOver(client, "join")).toMatchObject({ TransformJobStatus: "Completed" });
  const output = (await textOf(s3(), "out/join/joined.jsonl.out")).trim().split("\n");
  const label = expect.objectContaining({ label: expect.any(String) });
  expect(output.map((line) => JSON.parse(line) as unknown)).toStrictEqual([
    { id: 7, SageMakerOutput: [label] },
    { id: 8, SageMakerOutput: [label] },
  ]);
});

test("a bad line fails its file and the job, and other files stay", async () => {
  await putText(s3(), "some/bad.jsonl", `${jsonLines("good")}{"inputs": \n${jsonLines("bad")}`);
  await putText(s3(), "some/good.jsonl", jsonLines("good"));
  await createTransform(client, "bad-line", MODEL, { input: "some/" });
  expect(await whenOver(client, "bad-line")).toMatchObject({
    TransformJobStatus: "Failed",
    FailureReason: "ClientError: See job logs for more information",
  });
  expect(await keysBelow(s3(), "out/bad-line/")).toStrictEqual(["out/bad-line/good.jsonl.out"]);
  const data = (await logLines("bad-line")).filter(({ stream }) => stream.endsWith("/data-log"));
  const text = data.map(({ message }) => message).join("\n");
  expect(text).toContain("/some/bad.jsonl: ClientError: 400");
  expect(text).toContain("/some/bad.jsonl: Message:");
  expect(text).toContain("Expecting value");
});

test("records above the payload limit fail, and a job's environment reaches its container", async () => {
  await putText(s3(), "large.jsonl", jsonLines("x".repeat(1_100_000)));
  await createTransform(client, "large", MODEL, {
    input: "large.jsonl",
    over: { MaxPayloadInMB: 1, Environment: { MMS_MAX_REQUEST_SIZE: "10" } },
  });
  expect(await whenOver(client, "large")).toMatchObject({ TransformJobStatus: "Failed" });
  expect((await logLines("large")).map(({ message }) => message).join()).toContain(
    "Too much data for max payload size",
  );
  await putText(s3(), "small.jsonl", jsonLines("good morning"));
  await createTransform(client, "limited", MODEL, {
    input: "small.jsonl",
    over: { Environment: { MMS_MAX_REQUEST_SIZE: "10" } },
  });
  await whenOver(client, "limited");
  expect((await logLines("limited")).map(({ message }) => message).join()).toContain("ClientError: 413");
});

test.each([
  ["a model that is not there", { ModelName: "nobody" }, /Could not find model/],
  ["too much in flight", { MaxConcurrentTransforms: 20 }, /must not exceed 100 MB/],
  ["a path outside the subset", { DataProcessing: { InputFilter: "$..x" } }, /not a supported JSONPath/],
  ["a join across formats", { DataProcessing: { JoinSource: "Input" } }, /of one format/],
])("%s is refused", async (_what, over, message) => {
  const created = createTransform(client, "refused", MODEL, { input: "x", accept: "text/csv", over: over as never });
  expect((await failureOf(created)).message).toMatch(message);
});

test("nothing below the prefix fails the job; names are unique; jobs are listed", async () => {
  await createTransform(client, "nothing", MODEL, { input: "nowhere/" });
  const job = await whenOver(client, "nothing");
  expect(job.FailureReason).toContain("ClientError: No S3 objects found under S3 URL");
  const again = await failureOf(createTransform(client, "nothing", MODEL, { input: "nowhere/" }));
  expect(again.name).toBe("ResourceInUse");
  const { TransformJobSummaries = [] } = await client.send(
    new ListTransformJobsCommand({ StatusEquals: "Failed", NameContains: "noth" }),
  );
  expect(TransformJobSummaries).toMatchObject([{ TransformJobName: "nothing", TransformJobStatus: "Failed" }]);
});
