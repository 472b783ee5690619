import { CloudWatchClient, GetMetricStatisticsCommand, ListMetricsCommand } from "@aws-sdk/client-cloudwatch";
import {
  SageMakerClient,
  SearchCommand,
  type SearchCommandInput,
  StopTrainingJobCommand,
} from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { instantInference } from "../../testing/held-inference.ts";
import { BUCKET, s3Client } from "../../testing/s3-client.ts";
import { failureOf } from "../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";
import { createJob, isOver, jobWhen, putSource } from "../../testing/training-fixtures.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let emulator: TestEmulator;
let client: SageMakerClient;
const JOBS = [
  { name: "small", epochs: 2, accuracy: 0.5, team: "search", channel: "train" },
  { name: "middle", epochs: 10, accuracy: 0.75, team: "search", channel: "test" },
  { name: "large", epochs: 30, accuracy: 0.625, team: "chat.eu", channel: "train" },
];

beforeAll(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  client = new SageMakerClient({ ...emulator.sdk, maxAttempts: 1 });
  const source = await putSource(s3Client(emulator), "searched", {
    "train.sh": '#!/bin/sh\necho "accuracy=$SM_HP_ACCURACY"\n',
  });
  for (const { name, epochs, accuracy, team, channel } of JOBS) {
    await createJob(client, name, source, {
      entryPoint: "train.sh",
      hyperparameters: { epochs, accuracy },
      over: {
        Tags: [{ Key: "team", Value: team }],
        AlgorithmSpecification: {
          TrainingImage: "image",
          TrainingInputMode: "File",
          MetricDefinitions: [{ Name: "accuracy", Regex: "accuracy=([0-9.]+)" }],
        },
        InputDataConfig: [
          {
            ChannelName: channel,
            DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: `s3://${BUCKET}/searched` } },
          },
        ],
      },
    });
    expect((await jobWhen(client, name, isOver)).TrainingJobStatus).toBe("Completed");
    emulator.clock.advance(60_000);
  }
});
afterAll(async () => {
  await emulator.close();
});

async function search(input: Omit<SearchCommandInput, "Resource"> = {}) {
  const { Results = [], NextToken } = await client.send(new SearchCommand({ Resource: "TrainingJob", ...input }));
  return { names: Results.map(({ TrainingJob }) => TrainingJob?.TrainingJobName), NextToken };
}
const by = (SearchExpression: SearchCommandInput["SearchExpression"]) => search({ SearchExpression });

test("without an expression all jobs are found, the newest first, page by page", async () => {
  const first = await search({ MaxResults: 2 });
  expect(first.names).toStrictEqual(["large", "middle"]);
  expect(await search({ MaxResults: 2, NextToken: first.NextToken })).toStrictEqual({
    names: ["small"],
    NextToken: undefined,
  });
});

test.each([
  ["HyperParameters.epochs", "GreaterThan", "2", ["large", "middle"]],
  ["HyperParameters.epochs", "LessThanOrEqualTo", "10", ["middle", "small"]],
  ["Metrics.accuracy", "GreaterThanOrEqualTo", "0.625", ["large", "middle"]],
  ["Metrics.accuracy", "LessThan", "0.6", ["small"]],
  ["Tags.team", "Equals", "chat.eu", ["large"]],
  ["Tags.team", "NotEquals", "chat.eu", ["middle", "small"]],
  ["TrainingJobName", "Contains", "l", ["large", "middle", "small"]],
  ["TrainingJobName", "In", "small, large", ["large", "small"]],
  ["CreationTime", "LessThan", "2026-01-15T09:00:30Z", ["small"]],
] as const)("%s %s %s finds %j", async (Name, Operator, Value, names) => {
  expect((await by({ Filters: [{ Name, Operator, Value }] })).names).toStrictEqual(names);
});

test("what a job has or lacks is found, and expressions combine", async () => {
  expect((await by({ Filters: [{ Name: "Metrics.loss", Operator: "NotExists" }] })).names).toHaveLength(3);
  expect((await by({ Filters: [{ Name: "FailureReason", Operator: "Exists" }] })).names).toStrictEqual([]);
  const either = await by({
    Operator: "Or",
    Filters: [{ Name: "TrainingJobName", Value: "large" }],
    SubExpressions: [
      {
        Filters: [
          { Name: "Tags.team", Value: "search" },
          { Name: "HyperParameters.epochs", Value: "2" },
        ],
      },
    ],
  });
  expect(either.names).toStrictEqual(["large", "small"]);
  const nested = await by({
    NestedFilters: [
      { NestedPropertyName: "InputDataConfig", Filters: [{ Name: "InputDataConfig.ChannelName", Value: "test" }] },
    ],
  });
  expect(nested.names).toStrictEqual(["middle"]);
});

test("jobs are sorted by a metric", async () => {
  const { names } = await search({ SortBy: "Metrics.accuracy", SortOrder: "Ascending" });
  expect(names).toStrictEqual(["small", "large", "middle"]);
});

test("an unknown operator and another resource are refused", async () => {
  const wrong = { Name: "Tags.team", Operator: "Like" as "Equals", Value: "x" };
  expect((await failureOf(by({ Filters: [wrong] }))).message).toContain("enum value set");
  const models = client.send(new SearchCommand({ Resource: "Model" }));
  expect((await failureOf(models)).message).toContain("training jobs only");
});

test("a running script's processor, memory and disk are measured for its host", async () => {
  const source = await putSource(s3Client(emulator), "busy", { "train.sh": "#!/bin/sh\nwhile true; do :; done\n" });
  await createJob(client, "busy", source, { entryPoint: "train.sh" });
  await vi.waitFor(
    async () => {
      const { Metrics = [] } = await new CloudWatchClient(emulator.sdk).send(
        new ListMetricsCommand({ Dimensions: [{ Name: "Host", Value: "busy/algo-1" }] }),
      );
      expect(Metrics.map(({ MetricName }) => MetricName).sort()).toStrictEqual([
        "CPUUtilization",
        "DiskUtilization",
        "MemoryUtilization",
      ]);
    },
    { timeout: 20_000, interval: 100 },
  );
  const { Datapoints = [] } = await new CloudWatchClient(emulator.sdk).send(
    new GetMetricStatisticsCommand({
      Namespace: "/aws/sagemaker/TrainingJobs",
      MetricName: "MemoryUtilization",
      Dimensions: [{ Name: "Host", Value: "busy/algo-1" }],
      StartTime: new Date(emulator.clock.now() - 60_000),
      EndTime: new Date(emulator.clock.now() + 60_000),
      Period: 60,
      Statistics: ["Maximum"],
    }),
  );
  expect(Datapoints[0]).toMatchObject({ Unit: "Percent" });
  expect(Datapoints[0]?.Maximum).toBeGreaterThan(0);
  await client.send(new StopTrainingJobCommand({ TrainingJobName: "busy" }));
  expect((await jobWhen(client, "busy", isOver)).TrainingJobStatus).toBe("Stopped");
});
