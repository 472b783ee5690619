import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { CreateBucketCommand } from "@aws-sdk/client-s3";
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  type ProductionVariant,
  SageMakerClient,
  StopTrainingJobCommand,
  UpdateEndpointWeightsAndCapacitiesCommand,
} from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { instantInference } from "@/emulator/testing/held-inference.ts";
import { BUCKET, s3Client } from "@/emulator/testing/s3-client.ts";
import { createModel, untilStatus } from "@/emulator/testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";
import { createJob, isOver, jobWhen, putSource } from "@/emulator/testing/training-fixtures.ts";
import { forgetReads } from "@/lib/aws/read-cache";
import { database } from "@/lib/db/database";
import { createFirstWorkspaces } from "@/lib/workspaces/first-workspaces";
import { listWorkspaces } from "@/lib/workspaces/service";

import { countCosts } from "./service";
import type { CostRow, CostsView } from "./view";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const root = mkdtempSync(join(tmpdir(), "console-costs-"));
let emulator: TestEmulator;
let sagemaker: SageMakerClient;
let cloudwatch: CloudWatchClient;
let start: number;
let costs: CostsView;

beforeAll(async () => {
  vi.stubEnv("DATA_DIR", root);
  emulator = await startTestEmulator({ inference: instantInference() });
  vi.stubEnv("EMULATOR_URL", emulator.url);
  sagemaker = new SageMakerClient(emulator.sdk);
  cloudwatch = new CloudWatchClient(emulator.sdk);
  start = emulator.clock.now();
  await database();
  await createFirstWorkspaces();
  costs = await layOutMorning();
}, 60_000);
afterAll(async () => {
  await emulator.close();
  rmSync(root, { recursive: true, force: true });
});

/** A morning from nine to twelve: three kinds of endpoints and a training job that was stopped. */
async function layOutMorning(): Promise<CostsView> {
  await deploy("scaled", { InstanceType: "ml.m5.xlarge", InitialInstanceCount: 1 });
  await deploy("called", { ServerlessConfig: { MemorySizeInMB: 3_072, MaxConcurrency: 5 } });
  await deploy("queued", { InstanceType: "ml.g6e.2xlarge", InitialInstanceCount: 1 }, true);
  await deploy("queued-unpriced", { InstanceType: "ml.m5.xlarge", InitialInstanceCount: 1 }, true);
  await deployWithShadow("copied");
  const stop = await startTraining("stopped");
  emulator.clock.advance(100 * MINUTE_MS);
  await stop();
  emulator.clock.setTo(start + 3 * HOUR_MS);
  await sagemaker.send(
    new UpdateEndpointWeightsAndCapacitiesCommand({
      EndpointName: "scaled",
      DesiredWeightsAndCapacities: [{ VariantName: "AllTraffic", DesiredInstanceCount: 2 }],
    }),
  );
  await untilStatus(sagemaker, "scaled", "InService");

  await putSamples("scaled", [
    ...minutes(0, 60, 1),
    // Within the second hour: one for 20 minutes, three for 15, two for 25.
    ...[...minutes(60, 80, 1), ...minutes(80, 95, 3), ...minutes(95, 120, 2)],
    ...minutes(120, 180, 2),
  ]);
  await putCalls("scaled", [
    ["Invocations", 1_000],
    ["Invocation4XXErrors", 100],
  ]);
  await putCalls("called", [
    ["Invocations", 2_000],
    ["ModelLatency", 4_000 * 1_000_000],
  ]);
  await putSamples("queued", minutes(60, 90, 1));
  await putSamples("queued-unpriced", minutes(60, 90, 1));
  await putSamples("copied", minutes(0, 180, 1));
  await putSamples("copied", [...minutes(0, 60, 1), ...minutes(60, 120, 2), ...minutes(120, 180, 1)], "Shadow");
  await putCalls("copied", [["Invocations", 100]]);
  await putCalls("copied", [["Invocations", 100]], "Shadow");
  return countAnew();
}

/** Without what was read before, which is kept for a while. */
async function countAnew(): Promise<CostsView> {
  const [workspace] = await listWorkspaces();
  if (!workspace) throw new Error("There is no workspace.");
  forgetReads(workspace.id);
  return countCosts(workspace, emulator.clock.now());
}

async function deploy(name: string, variant: Partial<ProductionVariant>, isAsync = false): Promise<void> {
  await createModel(sagemaker, name);
  await sagemaker.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: name,
      ProductionVariants: [{ VariantName: "AllTraffic", ModelName: name, ...variant }],
      ...(isAsync && { AsyncInferenceConfig: { OutputConfig: { S3OutputPath: `s3://${BUCKET}/out/` } } }),
    }),
  );
  await sagemaker.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
  await untilStatus(sagemaker, name, "InService");
}

/** An endpoint whose calls are copied to a shadow variant, each on an instance of its own. */
async function deployWithShadow(name: string): Promise<void> {
  await createModel(sagemaker, name);
  const variant = { ModelName: name, InstanceType: "ml.m5.xlarge", InitialInstanceCount: 1 } as const;
  await sagemaker.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: name,
      ProductionVariants: [{ ...variant, VariantName: "AllTraffic" }],
      ShadowProductionVariants: [{ ...variant, VariantName: "Shadow" }],
    }),
  );
  await sagemaker.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
  await untilStatus(sagemaker, name, "InService");
}

/** A job whose script runs until somebody stops it. */
async function startTraining(name: string): Promise<() => Promise<void>> {
  const s3 = s3Client(emulator);
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
  const script = "trap 'exit 0' TERM; while true; do sleep 0.05; done";
  const source = await putSource(s3, name, { "train.sh": script });
  await createJob(sagemaker, name, source, {
    entryPoint: "train.sh",
    over: {
      ResourceConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: 2, VolumeSizeInGB: 30 },
      StoppingCondition: { MaxRuntimeInSeconds: 86_400 },
    },
  });
  await jobWhen(sagemaker, name, ({ SecondaryStatus }) => SecondaryStatus === "Training");
  return async () => {
    await sagemaker.send(new StopTrainingJobCommand({ TrainingJobName: name }));
    await jobWhen(sagemaker, name, isOver);
  };
}

/** One value a minute of each of `count` instances: minutes since nine. */
function minutes(from: number, to: number, count: number): number[] {
  return Array.from({ length: (to - from) * count }, (_, index) => from + Math.floor(index / count));
}

async function putSamples(endpoint: string, at: number[], variant = "AllTraffic"): Promise<void> {
  for (let first = 0; first < at.length; first += 500) {
    const MetricData = at
      .slice(first, first + 500)
      .map((minute) => datum({ endpoint, variant }, "CPUUtilization", 40, minute));
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: "/aws/sagemaker/Endpoints", MetricData }));
  }
}

async function putCalls(endpoint: string, sums: [name: string, sum: number][], variant = "AllTraffic"): Promise<void> {
  const MetricData = sums.map(([name, sum]) => datum({ endpoint, variant }, name, sum, 90));
  await cloudwatch.send(new PutMetricDataCommand({ Namespace: "AWS/SageMaker", MetricData }));
}

function datum(of: { endpoint: string; variant: string }, MetricName: string, Value: number, minute: number) {
  const Dimensions = [
    { Name: "EndpointName", Value: of.endpoint },
    { Name: "VariantName", Value: of.variant },
  ];
  return { MetricName, Dimensions, Value, Timestamp: new Date(start + minute * MINUTE_MS) };
}

function rowOf(name: string): CostRow {
  const row = costs.rows.find((each) => each.name === name);
  if (!row) throw new Error(`There is no row of ${name}.`);
  return row;
}

const cents = (usd: number | null) => (usd === null ? null : Math.round(usd * 100) / 100);

test("an endpoint that was scaled within an hour costs each instance's minutes", () => {
  // 60 × 1 + (20 × 1 + 15 × 3 + 25 × 2) + 60 × 2 = 295 instance-minutes × $0.23 / 60 = $1.13083…
  const { monthUsd, usdPerHour, successfulCalls, usdPer1000Calls, what, isEstimated } = rowOf("scaled");
  expect(cents(monthUsd)).toBe(1.13);
  expect([usdPerHour, what, isEstimated]).toStrictEqual([0.46, "2 × ml.m5.xlarge", false]);
  // $1.13083… / 900 calls without an error × 1,000 = $1.25648…
  expect([successfulCalls, cents(usdPer1000Calls)]).toStrictEqual([900, 1.26]);
});

test("a serverless endpoint costs its seconds of compute", () => {
  // 4,000 s × $0.00006 = $0.24; / 2,000 calls × 1,000 = $0.12
  const { monthUsd, successfulCalls, usdPer1000Calls, idleSince } = rowOf("called");
  expect([cents(monthUsd), successfulCalls, cents(usdPer1000Calls), idleSince]).toStrictEqual([
    0.24,
    2_000,
    0.12,
    null,
  ]);
});

test("an asynchronous endpoint costs the list's price for it, and nothing while it stood at zero", () => {
  // Half an hour × $2.8026 = $1.4013
  expect(cents(rowOf("queued").monthUsd)).toBe(1.4);
  // ml.m5.xlarge has a price for real-time endpoints, which says nothing of asynchronous ones.
  expect(rowOf("queued-unpriced")).toMatchObject({
    monthUsd: null,
    usdPerHour: null,
    unpriced: ["ml.m5.xlarge, asynchronous"],
  });
});

test("a shadow variant costs as others do, and its copies are no calls", () => {
  // (180 + 240) instance-minutes × $0.23 / 60 = $1.61
  const { monthUsd, usdPerHour, successfulCalls } = rowOf("copied");
  expect([cents(monthUsd), usdPerHour, successfulCalls]).toStrictEqual([1.61, 0.46, 100]);
});

test("a stopped job costs what it ran, on all its instances", () => {
  // 100 min × 2 × $0.23 / 60 = $0.76666…
  expect(rowOf("stopped")).toMatchObject({ kind: "training", status: "Stopped", isRunning: false, usdPerHour: 0 });
  expect(cents(rowOf("stopped").monthUsd)).toBe(0.77);
});

test("the sums are those of the rows, by kind and hour too", () => {
  // 1.13083 + 0.24 + 1.4013 + 1.61 + 0.76667 = $5.1488
  expect(cents(costs.monthUsd)).toBe(5.15);
  const kinds = Object.fromEntries(
    Object.entries(costs.usdByHour).map(([kind, hours]) => [kind, cents(hours.reduce((sum, usd) => sum + usd, 0))]),
  );
  expect(kinds).toStrictEqual({ endpoint: 4.38, training: 0.77, transform: 0 });
  const second = costs.hours.indexOf((start + HOUR_MS) / 1_000);
  // (115 + 180) instance-minutes × $0.23 / 60 + $0.24 + $1.4013 = $2.77213
  expect(cents(costs.usdByHour.endpoint[second] ?? null)).toBe(2.77);
  expect(costs.gaps).toStrictEqual([]);
});

test("what traffic that an emulator made up costs is labelled, and nothing else is", async () => {
  await fetch(`${emulator.url}/_emulator/scenarios`, {
    method: "POST",
    body: JSON.stringify({ name: "sample-traffic" }),
  });
  await untilStatus(sagemaker, "sample-traffic", "InService");
  const { rows } = await countAnew();
  expect(rows.filter(({ isSample }) => isSample).map(({ name }) => name)).toStrictEqual(["sample-traffic"]);
  expect(rows.length).toBeGreaterThan(1);
});

test("without CloudWatch what runs now is known, and nothing is said to be free, idle or uncalled", async () => {
  const error = { type: "AccessDenied", message: "not authorized to perform: cloudwatch:GetMetricData", status: 403 };
  const fault = { service: "cloudwatch", operation: "GetMetricData", times: 100, error };
  await fetch(`${emulator.url}/_emulator/faults`, { method: "POST", body: JSON.stringify(fault) });
  const { rows, gaps, usdPerHour } = await countAnew();
  await fetch(`${emulator.url}/_emulator/faults`, { method: "DELETE" });
  expect(gaps).toStrictEqual([
    "What endpoints cost so far is unknown, and who calls them. not authorized to perform: cloudwatch:GetMetricData",
  ]);
  const unknown = { monthUsd: null, projectedUsd: null, successfulCalls: null, idleSince: null, wastedUsd: null };
  expect(rows.find(({ name }) => name === "scaled")).toMatchObject({ ...unknown, isCounted: false, usdPerHour: 0.46 });
  expect(rows.find(({ name }) => name === "called")).toMatchObject({ ...unknown, isCounted: false, usdPerHour: null });
  expect(rows.find(({ kind }) => kind === "training")).toMatchObject({ isCounted: true });
  expect(usdPerHour).toBeGreaterThan(0.46);
});
