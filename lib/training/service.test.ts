import { S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { BUCKET } from "@/emulator/testing/s3-client";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import { getLogEvents } from "@/lib/aws/logs/get-log-events";
import { describeLogStreams } from "@/lib/aws/logs/log-streams";
import { forgetReads } from "@/lib/aws/read-cache";
import { createBucket } from "@/lib/aws/s3/buckets";
import { deleteTrainingJob, listTrainingJobs, stopTrainingJob } from "@/lib/aws/sagemaker/training-jobs";
import { searchLogs } from "@/lib/logs/service";
import { logScope, TRAINING_LOG_GROUP, trainingStreamPrefix } from "@/lib/logs/view";
import { MASK } from "@/lib/secrets/mask";
import { uploadTrainingSource } from "@/lib/uploads/service";
import type { Workspace } from "@/lib/workspaces/view";

import { downloadArtifact, readArtifact } from "./artifact";
import { cloneTraining, emptyTraining } from "./defaults";
import { isUnderWay, spotSaving, type TrainingJobDetail } from "./job-view";
import { readTrainingMetrics } from "./metrics";
import { maskedRequest, plannedRequest } from "./planned-request";
import { TrainingInput } from "./schema";
import { readTrainingJob, readTrainingJobRows, readTrainingRequest, startTraining } from "./service";
import { packSource } from "./source-archive";

const ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole";
let emulator: TestEmulator;
let s3: S3Client;
let workspace: Workspace;

beforeAll(async () => {
  emulator = await startTestEmulator();
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  s3 = new S3Client({ ...emulator.sdk, forcePathStyle: true });
  workspace = {
    id: "test",
    label: "Test",
    region: emulator.sdk.region,
    isEmulator: false,
    endpointUrl: emulator.url,
    roleArn: null,
    executionRoleArn: ROLE,
    bucket: BUCKET,
  };
  await createBucket(workspace, BUCKET);
});
afterAll(async () => {
  s3.destroy();
  await emulator.close();
  vi.unstubAllEnvs();
});
beforeEach(() => forgetReads(workspace.id));

type Wishes = { name: string; script: string } & Partial<TrainingInput>;

function inputFor({ name, script: _script, ...over }: Wishes): TrainingInput {
  const start = { region: workspace.region, bucket: BUCKET, executionRoleArn: ROLE };
  return TrainingInput.parse({
    ...emptyTraining(start),
    stampedAt: new Date(emulator.clock.now()).toISOString(),
    jobName: name,
    uploadFiles: 1,
    entryPoint: "train.sh",
    ...over,
  });
}

/** Uploads the script and creates the job, as the form does. */
async function train(wishes: Wishes): Promise<{ name: string }> {
  await upload(wishes.name, wishes.script);
  return startTraining(inputFor(wishes), workspace);
}

async function upload(name: string, script: string) {
  const { archive } = await packSource([{ path: "train.sh", file: new Blob([script]) }]);
  return uploadTrainingSource(workspace, name, archive.stream());
}

/** Scripts run in real time. */
async function jobWhen(name: string, isThere: (job: TrainingJobDetail) => boolean): Promise<TrainingJobDetail> {
  return vi.waitFor(
    async () => {
      forgetReads(workspace.id);
      const job = await readTrainingJob(workspace, name);
      if (!isThere(job)) throw new Error(`${name} is ${job.status}, ${job.secondaryStatus}: ${job.failureReason}`);
      return job;
    },
    { timeout: 20_000, interval: 50 },
  );
}

const isOver = ({ status }: TrainingJobDetail) => !isUnderWay(status);

test("a script from the form runs, and its page has log, metrics, artifact and settings as they were asked for", async () => {
  await train({
    name: "whole",
    script: 'echo "args $@"\necho "loss: 0.5"\necho model > "$SM_MODEL_DIR/model.txt"\n',
    hyperparameters: [
      { name: "epochs", type: "integer", value: "3" },
      { name: "hub_token", type: "string", value: "hf_abcdefghijklmnop" },
    ],
    metricDefinitions: [{ name: "loss", regex: "loss: ([0-9.]+)" }],
    tags: [{ key: "team", value: "nlp" }],
    environment: [{ name: "MODE", value: "fast" }],
  });
  const job = await jobWhen("whole", isOver);
  expect(job).toMatchObject({
    status: "Completed",
    failureReason: null,
    entryPoint: "train.sh",
    sourceUri: `s3://${BUCKET}/whole/source/sourcedir.tar.gz`,
    artifactUri: `s3://${BUCKET}/whole/output/model.tar.gz`,
    distribution: { kind: "none" },
    compiler: null,
    hyperparameters: [
      { name: "epochs", type: "integer", value: "3", isSecret: false },
      { name: "hub_token", type: "string", value: MASK, isSecret: true },
    ],
    environment: [{ name: "MODE", value: "fast", isSecret: false }],
    tags: [{ key: "team", value: "nlp" }],
  });
  expect(job.transitions.map(({ status }) => status)).toStrictEqual([
    "Starting",
    "Downloading",
    "Training",
    "Uploading",
    "Completed",
  ]);
  expect(job.finalMetrics).toMatchObject([{ name: "loss", value: 0.5 }]);
  const artifact = await readArtifact(workspace, "whole");
  expect(artifact).toMatchObject({ kind: "archive", isWhole: true, files: [{ path: "model.txt", bytes: 6 }] });
  const download = await downloadArtifact(workspace, "whole", new AbortController().signal);
  expect((await download.arrayBuffer()).byteLength).toBe(artifact.kind === "archive" ? artifact.bytes : -1);

  const prefix = trainingStreamPrefix("whole");
  const { streams } = await describeLogStreams(workspace, TRAINING_LOG_GROUP, prefix);
  expect(streams).toHaveLength(1);
  const { events } = await getLogEvents(workspace, TRAINING_LOG_GROUP, {
    stream: streams[0]?.name ?? "",
    isForward: true,
    limit: 100,
  });
  expect(events.map(({ message }) => message)).toContain("args --epochs 3 --hub_token hf_abcdefghijklmnop");

  const { script } = await readTrainingMetrics(workspace, "whole");
  expect(script).toMatchObject([{ name: "loss", points: [{ value: 0.5 }] }]);
});

test("searching a job's log finds no line of other jobs", async () => {
  await train({ name: "search-a", script: "echo needle\n" });
  await train({ name: "search-ab", script: "echo needle\n" });
  await jobWhen("search-a", isOver);
  await jobWhen("search-ab", isOver);
  const scope = logScope({ of: "training-jobs", name: "search-a" });
  const { events } = await searchLogs(workspace, scope, { search: "needle" });
  expect(events.map(({ stream }) => stream.split("/")[0])).toStrictEqual(["search-a"]);
});

test("the same form sent twice makes one job, and another form of the same name is refused", async () => {
  const wishes = { name: "twice", script: "echo once\n" };
  await train(wishes);
  expect(await startTraining(inputFor(wishes), workspace)).toStrictEqual({ name: "twice" });
  await expect(startTraining(inputFor({ ...wishes, instanceType: "ml.g5.12xlarge" }), workspace)).rejects.toMatchObject(
    { code: "conflict", problem: { fieldErrors: { jobName: [expect.any(String)] } } },
  );
  const { items } = await listTrainingJobs(workspace, { search: "twice" });
  expect(items).toHaveLength(1);
});

test("the script of a job that exists is not written over", async () => {
  await train({ name: "kept", script: "echo first\n" });
  await expect(upload("kept", "echo second\n")).rejects.toMatchObject({ code: "conflict" });
});

test("a failing script leaves its reason, a missing job is not found", async () => {
  await train({ name: "broken", script: "echo 'ValueError: no such data' >&2\nexit 3\n" });
  const job = await jobWhen("broken", isOver);
  expect(job.status).toBe("Failed");
  expect(job.failureReason).toContain("ValueError: no such data");
  await expect(readTrainingJob(workspace, "never-made")).rejects.toMatchObject({ code: "not-found" });
});

test("a running job stops, an ended one can be deleted, and each refuses what it cannot do", async () => {
  await train({ name: "long", script: "trap 'exit 0' TERM\nwhile true; do sleep 0.1; done\n" });
  await jobWhen("long", ({ secondaryStatus }) => secondaryStatus === "Training");
  await expect(deleteTrainingJob(workspace, "long")).rejects.toMatchObject({ code: "invalid" });
  await stopTrainingJob(workspace, "long");
  expect((await jobWhen("long", isOver)).status).toBe("Stopped");
  await deleteTrainingJob(workspace, "long");
  expect((await listTrainingJobs(workspace, { search: "long" })).items).toStrictEqual([]);
});

test("lists are filtered, sorted and paged by SageMaker, and rows tell machines and capacity", async () => {
  for (const name of ["page-a", "page-b", "page-c"]) await train({ name, script: "true\n" });
  await jobWhen("page-c", isOver);
  const first = await listTrainingJobs(workspace, { search: "page-", sort: "name", order: "asc", limit: 2 });
  expect(first.items.map(({ name }) => name)).toStrictEqual(["page-a", "page-b"]);
  const second = await listTrainingJobs(workspace, {
    search: "page-",
    sort: "name",
    order: "asc",
    limit: 2,
    cursor: first.nextCursor ?? "",
  });
  expect(second.items.map(({ name }) => name)).toStrictEqual(["page-c"]);
  expect((await listTrainingJobs(workspace, { search: "page-", status: "Failed" })).items).toStrictEqual([]);
  expect(await readTrainingJobRows(workspace, ["page-c", "never-made"])).toMatchObject([
    { name: "page-c", status: "Completed", fleet: "1 × ml.g5.2xlarge", isSpot: false },
  ]);
});

test("a spot job says what it saved", async () => {
  await train({ name: "spot", script: "true\n", isSpot: true, maxWaitSeconds: "90000" });
  const job = await jobWhen("spot", isOver);
  expect(job.isSpot).toBe(true);
  expect(spotSaving({ isSpot: true, trainingSeconds: 200, billableSeconds: 60 })).toBeCloseTo(0.7);
  expect(spotSaving({ isSpot: true, trainingSeconds: 0, billableSeconds: 0 })).toBeNull();
});

test("the request that a job was made with reads back, its secrets masked", async () => {
  const input = inputFor({
    name: "asked",
    script: "",
    hyperparameters: [
      { name: "epochs", type: "integer", value: "3" },
      { name: "access_token", type: "string", value: "typed" },
    ],
    environment: [
      { name: "MODE", value: "fast" },
      { name: "API_KEY", value: "typed" },
    ],
    metricDefinitions: [{ name: "loss", regex: "loss: ([0-9.]+)" }],
    tags: [{ key: "team", value: "nlp" }],
    debuggerHook: true,
    profiler: true,
    isSpot: true,
    maxWaitSeconds: "90000",
    checkpointUri: `s3://${BUCKET}/checkpoints`,
    encryptTraffic: true,
  });
  await upload("asked", "exit 0");
  await startTraining(input, workspace);
  const sent = maskedRequest(plannedRequest(input, { region: workspace.region, bucket: BUCKET }));
  expect(JSON.stringify(sent)).not.toContain("typed");
  expect(await readTrainingRequest(workspace, "asked")).toStrictEqual(sent);
  await expect(readTrainingRequest(workspace, "nobody")).rejects.toMatchObject({ code: "not-found" });
  await jobWhen("asked", isOver);
});

test("a clone asks for the same, without its name and its secrets", async () => {
  const wishes: Wishes = {
    name: "original",
    script: "true\n",
    distribution: "torch-distributed",
    hyperparameters: [
      { name: "lr", type: "float", value: "3e-05" },
      { name: "hub_token", type: "string", value: "hf_abcdefghijklmnop" },
    ],
    channels: [
      {
        name: "train",
        s3Uri: `s3://${BUCKET}/original/source`,
        contentType: "text/csv",
        isSharded: true,
        mode: "FastFile",
        dataType: "S3Prefix",
        attributeNames: "",
        compression: "None",
        recordWrapper: "None",
      },
    ],
    retryAttempts: "2",
    checkpointUri: `s3://${BUCKET}/checkpoints`,
  };
  await train(wishes);
  const job = await jobWhen("original", isOver);
  const start = { region: workspace.region, bucket: BUCKET, executionRoleArn: null };
  const { uploadFiles: _files, ...asked } = inputFor(wishes);
  expect(cloneTraining(job, start)).toMatchObject({
    ...asked,
    jobName: "",
    stampedAt: "",
    source: "s3",
    sourceUri: `s3://${BUCKET}/original/source/sourcedir.tar.gz`,
    hyperparameters: [
      { name: "lr", type: "float", value: "3e-05" },
      { name: "hub_token", type: "string", value: "" },
    ],
  });
});
