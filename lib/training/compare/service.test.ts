import { S3Client } from "@aws-sdk/client-s3";
import { SageMakerClient } from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { BUCKET } from "@/emulator/testing/s3-client";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import { createJob, isOver, jobWhen, putSource } from "@/emulator/testing/training-fixtures";
import { cloudWatchClient, sagemakerClient } from "@/lib/aws/client";
import { forgetReads } from "@/lib/aws/read-cache";
import { createBucket } from "@/lib/aws/s3/buckets";
import type { Workspace } from "@/lib/workspaces/view";

import { hyperparameterRows } from "./differences";
import { readTrainingComparison } from "./service";

let emulator: TestEmulator;
let s3: S3Client;
let sagemaker: SageMakerClient;
let workspace: Workspace;

beforeAll(async () => {
  emulator = await startTestEmulator();
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  s3 = new S3Client({ ...emulator.sdk, forcePathStyle: true });
  sagemaker = new SageMakerClient(emulator.sdk);
  workspace = {
    id: "compare",
    label: "Compare",
    region: emulator.sdk.region,
    isEmulator: false,
    endpointUrl: emulator.url,
    roleArn: null,
    executionRoleArn: null,
    bucket: BUCKET,
  };
  await createBucket(workspace, BUCKET);
  await train("quick", { epochs: 1 }, "echo 'loss: 0.9'");
  await train("long", { epochs: 3, warmup: 10 }, "echo 'loss: 0.8'\necho 'loss: 0.4'");
});
afterAll(async () => {
  s3.destroy();
  sagemaker.destroy();
  await emulator.close();
  vi.unstubAllEnvs();
});
beforeEach(() => forgetReads(workspace.id));

async function train(name: string, hyperparameters: Record<string, unknown>, script: string): Promise<void> {
  const source = await putSource(s3, name, { "train.sh": script });
  await createJob(sagemaker, name, source, {
    entryPoint: "train.sh",
    hyperparameters,
    over: {
      AlgorithmSpecification: {
        TrainingImage: "huggingface-pytorch-training:tag",
        TrainingInputMode: "File",
        MetricDefinitions: [{ Name: "loss", Regex: "loss: ([0-9.]+)" }],
      },
    },
  });
  await jobWhen(sagemaker, name, isOver);
}

/** The AWS calls that something makes, by their names. */
async function callsDuring(run: () => Promise<unknown>): Promise<string[]> {
  const calls: string[] = [];
  const clients = [sagemakerClient(workspace), cloudWatchClient(workspace)];
  for (const client of clients) {
    client.middlewareStack.add(
      (next, context) => (args) => {
        calls.push(String(context.commandName));
        return next(args);
      },
      { step: "initialize", name: "countCalls", override: true },
    );
  }
  await run();
  for (const client of clients) client.middlewareStack.remove("countCalls");
  return calls.sort();
}

test("jobs stand beside each other with their differences, and their curves begin together", async () => {
  const { jobs, metrics } = await readTrainingComparison(workspace, ["long", "never-there", "quick"]);
  expect(jobs.map(({ name, job }) => [name, job?.status ?? null])).toStrictEqual([
    ["long", "Completed"],
    ["never-there", null],
    ["quick", "Completed"],
  ]);
  const rows = hyperparameterRows(jobs);
  expect(rows.map(({ name, cells }) => [name, ...cells.map(({ value }) => value?.value ?? null)])).toStrictEqual([
    ["epochs", "3", null, "1"],
    ["warmup", "10", null, null],
  ]);
  if (!metrics.ok) throw new Error(metrics.problem.message);
  expect(metrics.charts.map(({ metric }) => metric)).toStrictEqual(["loss"]);
  const curves = metrics.charts[0]?.curves ?? [];
  expect(curves.map(({ job }) => job)).toStrictEqual(["long", "never-there", "quick"]);
  expect(curves[1]?.points).toStrictEqual([]);
  expect(curves[2]?.points.map(({ value }) => value)).toStrictEqual([0.9]);
  for (const { at } of curves.flatMap(({ points }) => points)) expect(at).toBeLessThan(120_000);
});

test("a comparison takes one call for each job and one for all metrics", async () => {
  const names = ["long", "quick", "never-there"];
  const calls = await callsDuring(() => readTrainingComparison(workspace, names));
  expect(calls).toStrictEqual([
    "DescribeTrainingJobCommand",
    "DescribeTrainingJobCommand",
    "DescribeTrainingJobCommand",
    "GetMetricDataCommand",
  ]);
  // Somebody else who looks at the same moment costs nothing.
  expect(await callsDuring(() => readTrainingComparison(workspace, names))).not.toContain("GetMetricDataCommand");
});
