import { gzipSync } from "node:zlib";
import { CloudWatchClient, ListMetricsCommand } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import {
  DeleteTrainingJobCommand,
  ListTrainingJobsCommand,
  SageMakerClient,
  StopTrainingJobCommand,
} from "@aws-sdk/client-sagemaker";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { instantInference } from "../../testing/held-inference.ts";
import { BUCKET, s3Client } from "../../testing/s3-client.ts";
import { failureOf } from "../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";
import { createJob, isOver, type JobWishes, jobWhen, putSource } from "../../testing/training-fixtures.ts";

// Scripts are processes, which start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let emulator: TestEmulator;
let client: SageMakerClient;
let s3: S3Client;

beforeEach(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  connect();
});
afterEach(async () => {
  await emulator.close();
});

function connect(): void {
  client = new SageMakerClient({ ...emulator.sdk, maxAttempts: 1 });
  s3 = s3Client(emulator);
}

async function runShell(name: string, script: string, wishes: Partial<JobWishes> = {}) {
  const source = await putSource(s3, name, { "train.sh": `#!/bin/sh\n${script}\n` });
  await createJob(client, name, source, { entryPoint: "train.sh", ...wishes });
}
const lines = async () => {
  const logs = new CloudWatchLogsClient(emulator.sdk);
  const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName: "/aws/sagemaker/TrainingJobs" }));
  return events.map(({ logStreamName = "", message = "" }) => ({ stream: logStreamName, message }));
};
const objectText = async (key: string) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: key }));
  return Body?.transformToString() ?? "";
};
const checkpoints = { CheckpointConfig: { S3Uri: `s3://${BUCKET}/checkpoints` } };

test("a Python script gets its arguments, data and folders, and leaves a model, metrics and a log", async () => {
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: "data/train/a.txt", Body: "hello" }));
  const program = `
import argparse, json, os
parser = argparse.ArgumentParser()
parser.add_argument("--epochs", type=int)
parser.add_argument("--rate", type=float)
parser.add_argument("--output_dir")
args = parser.parse_args()
assert args.output_dir == os.environ["SM_MODEL_DIR"], args.output_dir
text = open(os.path.join(os.environ["SM_CHANNEL_TRAIN"], "a.txt")).read()
for epoch in range(args.epochs):
    print("{'loss': %s, 'epoch': %d}" % (args.rate / (epoch + 1), epoch))
open(os.path.join(args.output_dir, "model.txt"), "w").write(text.upper())
print(json.dumps(sorted(json.loads(os.environ["SM_HPS"]))))
`;
  const source = await putSource(s3, "learn", { "train.py": program });
  await createJob(client, "learn", source, {
    entryPoint: "train.py",
    hyperparameters: { epochs: 2, rate: 0.5, output_dir: "/opt/ml/model" },
    over: {
      AlgorithmSpecification: {
        TrainingImage: "image",
        TrainingInputMode: "File",
        MetricDefinitions: [{ Name: "loss", Regex: "'loss': ([0-9.]+)" }],
      },
      InputDataConfig: [
        {
          ChannelName: "train",
          DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: `s3://${BUCKET}/data/train` } },
        },
      ],
    },
  });
  const job = await jobWhen(client, "learn", isOver);
  expect(job.FailureReason).toBeUndefined();
  expect(job).toMatchObject({
    TrainingJobStatus: "Completed",
    SecondaryStatus: "Completed",
    ModelArtifacts: { S3ModelArtifacts: `s3://${BUCKET}/learn/output/model.tar.gz` },
    FinalMetricDataList: [{ MetricName: "loss", Value: 0.25 }],
  });
  expect(job.SecondaryStatusTransitions?.map(({ Status }) => Status)).toStrictEqual([
    "Starting",
    "Downloading",
    "Training",
    "Uploading",
    "Completed",
  ]);
  expect((await objectText("learn/output/model.tar.gz")).length).toBeGreaterThan(0);
  const log = await lines();
  expect(log.map(({ message }) => message)).toContain('["epochs", "output_dir", "rate"]');
  expect(log[0]?.stream).toMatch(/^learn\/algo-1-\d+$/);
  const { Metrics } = await new CloudWatchClient(emulator.sdk).send(
    new ListMetricsCommand({ Namespace: "/aws/sagemaker/TrainingJobs", MetricName: "loss" }),
  );
  expect(Metrics).toMatchObject([{ MetricName: "loss", Dimensions: [{ Name: "TrainingJobName", Value: "learn" }] }]);
});

const channel = (S3Uri: string, S3DataType: "S3Prefix" | "ManifestFile" = "S3Prefix") => ({
  ChannelName: "train",
  DataSource: { S3DataSource: { S3DataType, S3Uri } },
});

test("a manifest gives the script the objects that it names, and no others", async () => {
  for (const name of ["a.txt", "b.txt", "c.txt"]) {
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: `listed/${name}`, Body: name }));
  }
  const entries = [{ prefix: `s3://${BUCKET}/listed/` }, "a.txt", "c.txt"];
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: "manifest", Body: JSON.stringify(entries) }));
  const over = { InputDataConfig: [channel(`s3://${BUCKET}/manifest`, "ManifestFile")] };
  await runShell("listed", 'ls "$SM_CHANNEL_TRAIN" | tr "\\n" " "; echo', { over });
  expect((await jobWhen(client, "listed", isOver)).FailureReason).toBeUndefined();
  expect((await lines()).map(({ message }) => message.trim())).toContain("a.txt c.txt");
});

test("a manifest that names what is not there fails the job and says what", async () => {
  const entries = [{ prefix: `s3://${BUCKET}/listed/` }, "gone.txt"];
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: "manifest", Body: JSON.stringify(entries) }));
  const over = { InputDataConfig: [channel(`s3://${BUCKET}/manifest`, "ManifestFile")] };
  await runShell("unlisted", "true", { over });
  expect((await jobWhen(client, "unlisted", isOver)).FailureReason).toContain("listed/gone.txt, which does not exist");
});

test("a channel in Pipe mode is streamed from a new pipe for each epoch, unpacked where it is gzip", async () => {
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: "streamed/a.txt", Body: "first\n" }));
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: "streamed/b.txt", Body: "second\n" }));
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: "packed/c.gz", Body: gzipSync("third\n") }));
  const piped = { ...channel(`s3://${BUCKET}/streamed/`), ChannelName: "plain", InputMode: "Pipe" as const };
  const packed = {
    ...piped,
    ...channel(`s3://${BUCKET}/packed/`),
    ChannelName: "packed",
    CompressionType: "Gzip" as const,
  };
  const epochs = 'cat "$SM_CHANNEL_PLAIN"_0; cat "$SM_CHANNEL_PACKED"_0; cat "$SM_CHANNEL_PLAIN"_1; echo done';
  await runShell("piped", epochs, { over: { InputDataConfig: [piped, packed] } });
  expect((await jobWhen(client, "piped", isOver)).FailureReason).toBeUndefined();
  const told = (await lines()).map(({ message }) => message);
  expect(told.slice(told.indexOf("first"))).toEqual(["first", "second", "third", "first", "second", "done"]);
});

test("records that would have to be wrapped are refused with the way out", async () => {
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: "wrapped/a.txt", Body: "a" }));
  const wrapped = { InputMode: "Pipe" as const, RecordWrapperType: "RecordIO" as const };
  const over = { InputDataConfig: [{ ...channel(`s3://${BUCKET}/wrapped/`), ...wrapped }] };
  await runShell("wrapped", "true", { over });
  expect((await jobWhen(client, "wrapped", isOver)).FailureReason).toContain("wraps no records");
});

test("without a network the script comes as the channel code", async () => {
  const sourceUri = await putSource(s3, "isolated", { "train.sh": "#!/bin/sh\necho isolated ran\n" });
  const code = { ...channel(sourceUri), ChannelName: "code" };
  const inContainer = "/opt/ml/input/data/code/sourcedir.tar.gz";
  const over = { EnableNetworkIsolation: true, InputDataConfig: [code] };
  await createJob(client, "isolated", inContainer, { entryPoint: "train.sh", over });
  expect((await jobWhen(client, "isolated", isOver)).FailureReason).toBeUndefined();
  expect((await lines()).map(({ message }) => message)).toContain("isolated ran");
});

test("a script that fails is the job's reason, with its last words and exit code", async () => {
  await runShell("broken", "echo 'no such corpus' >&2; exit 3");
  expect(await jobWhen(client, "broken", isOver)).toMatchObject({
    TrainingJobStatus: "Failed",
    FailureReason: expect.stringMatching(
      /^AlgorithmError: ExecuteUserScriptError:\nExitCode 3\nErrorMessage "no such corpus"\nCommand "\/bin\/sh -c .*", exit code: 3$/s,
    ),
  });
});

test("what a script writes to the failure file is the reason", async () => {
  await runShell("told", 'echo "the labels are missing" > "$SM_OUTPUT_DIR/failure"; exit 1');
  const { FailureReason } = await jobWhen(client, "told", isOver);
  expect(FailureReason).toBe("AlgorithmError: the labels are missing, exit code: 1");
});

test("a machine without Python fails the job, and says so", async () => {
  const source = await putSource(s3, "no-python", { "train.py": "print(1)" });
  vi.stubEnv("PATH", emulator.dataDir);
  try {
    await createJob(client, "no-python", source, { entryPoint: "train.py" });
    const { FailureReason } = await jobWhen(client, "no-python", isOver);
    expect(FailureReason).toBe(
      'AlgorithmError: spawn python3 ENOENT\nCommand "/usr/bin/python3 train.py", exit code: 127',
    );
  } finally {
    vi.unstubAllEnvs();
  }
});

test("a missing package fails with Python's own words", async () => {
  const source = await putSource(s3, "import", { "train.py": "import no_such_package" });
  await createJob(client, "import", source, { entryPoint: "train.py" });
  const { FailureReason } = await jobWhen(client, "import", isOver);
  expect(FailureReason).toContain("ModuleNotFoundError: No module named 'no_such_package'");
});

test("data that is not there fails the job as SageMaker words it", async () => {
  await runShell("empty", "true", {
    over: {
      InputDataConfig: [
        {
          ChannelName: "train",
          DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: `s3://${BUCKET}/nothing` } },
        },
      ],
    },
  });
  expect((await jobWhen(client, "empty", isOver)).FailureReason).toContain("No S3 objects found under S3 URL");
});

test("stopping gives the script time to save what it has", async () => {
  await runShell(
    "stopped",
    `trap 'echo saved > "$SM_MODEL_DIR/model.txt"; exit 0' TERM; echo ready; while true; do sleep 0.05; done`,
  );
  await vi.waitFor(async () => expect((await lines()).some(({ message }) => message === "ready")).toBe(true), 15_000);
  await client.send(new StopTrainingJobCommand({ TrainingJobName: "stopped" }));
  const job = await jobWhen(client, "stopped", isOver);
  expect(job).toMatchObject({
    TrainingJobStatus: "Stopped",
    ModelArtifacts: { S3ModelArtifacts: expect.stringContaining("stopped/output/model.tar.gz") },
  });
});

test("a script that does not listen is killed after two minutes of the emulator's time", async () => {
  await runShell("deaf", "trap '' TERM; echo ready; while true; do sleep 0.05; done");
  await vi.waitFor(async () => expect((await lines()).some(({ message }) => message === "ready")).toBe(true), 15_000);
  await client.send(new StopTrainingJobCommand({ TrainingJobName: "deaf" }));
  emulator.clock.advance(119_000);
  expect((await jobWhen(client, "deaf", () => true)).TrainingJobStatus).toBe("Stopping");
  emulator.clock.advance(2_000);
  expect((await jobWhen(client, "deaf", isOver)).TrainingJobStatus).toBe("Stopped");
});

test("a job that runs too long is stopped, and says so", async () => {
  await runShell("slow", "echo ready; while true; do sleep 0.05; done", {
    over: { StoppingCondition: { MaxRuntimeInSeconds: 60 } },
  });
  await jobWhen(client, "slow", ({ SecondaryStatus }) => SecondaryStatus === "Training");
  emulator.clock.advance(61_000);
  const job = await jobWhen(client, "slow", isOver);
  expect(job.TrainingJobStatus).toBe("Stopped");
  expect(job.SecondaryStatus).toBe("MaxRuntimeExceeded");
});

test.each([
  ["scenarios", { name: "spot-interruption" }],
  ["spot-interruptions", { trainingJobName: "spot" }],
])("spot capacity that is taken away by %s comes back with the checkpoints", async (path, body) => {
  const rehearsed = await fetch(`${emulator.url}/_emulator/${path}`, { method: "POST", body: JSON.stringify(body) });
  expect(rehearsed.status).toBe(200);
  const script = `if [ -f "$CKPT/step" ]; then echo "resumed from $(cat "$CKPT/step")" > "$SM_MODEL_DIR/model.txt"; echo resumed
else echo 7 > "$CKPT/step"; while true; do sleep 0.05; done; fi`;
  await runShell("spot", `CKPT="$(dirname "$SM_MODEL_DIR")/checkpoints"\n${script}`, {
    over: {
      EnableManagedSpotTraining: true,
      StoppingCondition: { MaxRuntimeInSeconds: 3600, MaxWaitTimeInSeconds: 7200 },
      ...checkpoints,
    },
  });
  const job = await jobWhen(client, "spot", isOver);
  expect(job.SecondaryStatusTransitions?.map(({ Status }) => Status)).toStrictEqual([
    "Starting",
    "Downloading",
    "Training",
    "Interrupted",
    "Starting",
    "Downloading",
    "Training",
    "Uploading",
    "Completed",
  ]);
  expect((await lines()).map(({ message }) => message)).toContain("resumed");
});

test("each host runs the script and knows the others", async () => {
  await runShell("hosts", 'echo "$SM_CURRENT_HOST of $SM_HOSTS"', {
    over: { ResourceConfig: { InstanceType: "ml.g5.xlarge", InstanceCount: 2, VolumeSizeInGB: 30 } },
  });
  await jobWhen(client, "hosts", isOver);
  const said = (await lines()).filter(({ message }) => message.includes(" of ["));
  expect(said.map(({ message }) => message).sort()).toStrictEqual([
    'algo-1 of ["algo-1","algo-2"]',
    'algo-2 of ["algo-1","algo-2"]',
  ]);
  expect(new Set(said.map(({ stream }) => stream)).size).toBe(2);
});

test("an emulator that was not started for it runs no script", async () => {
  const cautious = await startTestEmulator({ inference: instantInference(), runsScripts: false });
  await emulator.close();
  emulator = cautious;
  connect();
  await runShell("refused", "echo ran");
  const job = await jobWhen(client, "refused", isOver);
  expect(job.FailureReason).toContain("EMULATOR_RUN_SCRIPTS=1");
});

test("a job whose emulator was stopped has failed", async () => {
  await runShell("lost", "while true; do sleep 0.05; done");
  await jobWhen(client, "lost", ({ SecondaryStatus }) => SecondaryStatus === "Training");
  emulator = await emulator.restart();
  connect();
  expect((await jobWhen(client, "lost", isOver)).FailureReason).toContain("The emulator was stopped while the job ran");
});

test("a job that may be retried begins again from its checkpoints", async () => {
  await runShell(
    "retried",
    `CKPT="$(dirname "$SM_MODEL_DIR")/checkpoints"
if [ -f "$CKPT/step" ]; then echo resumed; else echo 1 > "$CKPT/step"; while true; do sleep 0.05; done; fi`,
    { over: { RetryStrategy: { MaximumRetryAttempts: 1 }, ...checkpoints } },
  );
  await vi.waitFor(async () => expect(await objectText("checkpoints/step")).toBe("1\n"), 15_000);
  emulator = await emulator.restart();
  connect();
  const job = await jobWhen(client, "retried", isOver);
  expect(job.TrainingJobStatus).toBe("Completed");
  expect(job.SecondaryStatusTransitions?.map(({ Status }) => Status)).toContain("Restarting");
});

test.each([
  [{ EnableManagedSpotTraining: true }, "MaxWaitTimeInSeconds must be present"],
  [
    { EnableManagedSpotTraining: true, StoppingCondition: { MaxRuntimeInSeconds: 100, MaxWaitTimeInSeconds: 99 } },
    "greater than or equal to MaxRuntimeInSeconds",
  ],
  [{ RoleArn: "arn:aws:iam::111122223333:role/nobody" }, "Could not assume role"],
  [{ ResourceConfig: undefined }, "ResourceConfig must specify"],
])("%j is refused", async (over, message) => {
  const attempt = createJob(client, "wrong", `s3://${BUCKET}/x`, { entryPoint: "train.sh", over });
  expect((await failureOf(attempt)).message).toContain(message);
});

test("jobs are listed by status, and a name is used once until its job is deleted", async () => {
  await runShell("one", "true");
  await runShell("two", "exit 1");
  await jobWhen(client, "one", isOver);
  await jobWhen(client, "two", isOver);
  const failed = await client.send(new ListTrainingJobsCommand({ StatusEquals: "Failed" }));
  expect(failed.TrainingJobSummaries?.map(({ TrainingJobName }) => TrainingJobName)).toStrictEqual(["two"]);
  expect((await failureOf(runShell("one", "true"))).name).toBe("ResourceInUse");
  await client.send(new DeleteTrainingJobCommand({ TrainingJobName: "one" }));
  await runShell("one", "true");
});
