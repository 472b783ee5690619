import { readFile } from "node:fs/promises";
import { join } from "node:path";

import Papa from "papaparse";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { TRAINING_SAMPLES } from "@/catalog/samples/data";
import { deployModel } from "@/emulator/testing/deploy-model";
import { modelCaller } from "@/emulator/testing/invoke-model";
import { needs } from "@/emulator/testing/needs";
import { BUCKET } from "@/emulator/testing/s3-client";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import { forgetReads } from "@/lib/aws/read-cache";
import { createBucket } from "@/lib/aws/s3/buckets";
import { deployTrainedLink } from "@/lib/training/deploy-link";
import { isUnderWay, type TrainingJobDetail } from "@/lib/training/job-view";
import { type TrainingFormValues, TrainingInput } from "@/lib/training/schema";
import { readTrainingJob, startTraining } from "@/lib/training/service";
import type { Workspace } from "@/lib/workspaces/view";

import { sampleTrainingForm } from "./service";

vi.setConfig({ testTimeout: 90_000 });

const ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole";
const [first] = TRAINING_SAMPLES;
if (!first) throw new Error("There is no sample.");
const sample = first;

let emulator: TestEmulator;
let workspace: Workspace;

beforeAll(async () => {
  emulator = await startTestEmulator();
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  const { region } = emulator.sdk;
  const own = { isEmulator: false, endpointUrl: emulator.url, roleArn: null, executionRoleArn: ROLE, bucket: BUCKET };
  workspace = { id: "samples", label: "Samples", region, ...own };
  await createBucket(workspace, BUCKET);
});
afterAll(async () => {
  await emulator.close();
  vi.unstubAllEnvs();
});

/** Fills the form with the sample and sends it, as its page does. */
async function trainSample(name: string, over: Partial<TrainingFormValues> = {}): Promise<TrainingJobDetail> {
  const start = { region: workspace.region, bucket: BUCKET, executionRoleArn: ROLE, hasHubToken: false };
  const form = await sampleTrainingForm(sample, start);
  const stampedAt = new Date(emulator.clock.now()).toISOString();
  await startTraining(TrainingInput.parse({ ...form, ...over, stampedAt, jobName: name }), workspace);
  return vi.waitFor(
    async () => {
      forgetReads(workspace.id);
      const job = await readTrainingJob(workspace, name);
      if (isUnderWay(job.status)) throw new Error(`${name} is ${job.secondaryStatus}`);
      return job;
    },
    { timeout: 60_000, interval: 100 },
  );
}

/** How many of the held-out sentences an endpoint sorts rightly, from 0 to 1. */
async function heldOutAccuracy(endpoint: string): Promise<number> {
  const file = join(process.cwd(), "catalog/samples/text-classifier/data/test/test.csv");
  const { data } = Papa.parse<{ text: string; label: string }>(await readFile(file, "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  const answers = (await modelCaller(emulator).json(endpoint, { inputs: data.map(({ text }) => text) })) as {
    label: string;
  }[];
  expect(answers).toHaveLength(60);
  return answers.filter(({ label }, index) => label === data[index]?.label).length / answers.length;
}

test("the sample trains, and the emulator serves its model as well as the script measured", async (context) => {
  await needs(context, "python3", "python3", "--version");
  const job = await trainSample("sample");
  expect(job.failureReason).toBeNull();
  const measured = job.finalMetrics.find(({ name }) => name === "test:accuracy")?.value ?? 0;
  expect(measured).toBeGreaterThan(0.8); // always the same label: 0.2

  const link = deployTrainedLink(job, workspace.region);
  expect(new URLSearchParams(link.path?.split("?")[1]).get("task")).toBe("text-classification");
  const endpoint = await deployModel(emulator, "sample", [{ modelDataUrl: job.artifactUri ?? "" }]);
  expect(endpoint).toMatchObject({ EndpointStatus: "InService" });
  expect(await heldOutAccuracy("sample")).toBeCloseTo(measured, 2);
});

test("with its own inference code the same model answers without ONNX", async (context) => {
  await needs(context, "python3", "python3", "--version");
  const hyperparameters = [
    ...sample.hyperparameters,
    { name: "inference_code", type: "boolean" as const, value: "true" },
  ];
  const job = await trainSample("sample-with-code", { hyperparameters });
  const endpoint = await deployModel(emulator, "own", [
    { modelDataUrl: job.artifactUri ?? "", environment: { SAGEMAKER_PROGRAM: "inference.py" } },
  ]);
  expect(endpoint.FailureReason).toBeUndefined();
  expect(await heldOutAccuracy("own")).toBeGreaterThan(0.8);
});

test("cloning a job whose sample has changed since leaves the bucket alone", async () => {
  const start = { region: workspace.region, bucket: BUCKET, executionRoleArn: ROLE, hasHubToken: false };
  const form = await sampleTrainingForm(sample, start);
  const sourceUri = form.sourceUri.replace(/[0-9a-f]{16}/, "0".repeat(16));
  const input = { ...form, sourceUri, stampedAt: new Date(emulator.clock.now()).toISOString(), jobName: "old-sample" };
  await startTraining(TrainingInput.parse(input), workspace);
  await vi.waitFor(async () => {
    forgetReads(workspace.id);
    const job = await readTrainingJob(workspace, "old-sample");
    expect(job.failureReason).toMatch(/The source archive .* does not exist|No S3 objects found/);
  });
});
