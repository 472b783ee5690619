import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  DescribeEndpointCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { FailureRule, FailureSubject } from "@/catalog/failures/schema";
import { failureRules } from "@/catalog/failures/select";
import { instantInference } from "@/emulator/testing/held-inference";
import { BUCKET, s3Client } from "@/emulator/testing/s3-client";
import { createEndpoint, createModel, failureOf, IMAGE, ROLE } from "@/emulator/testing/sagemaker-fixtures";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import { createJob, isOver, jobWhen, putSource } from "@/emulator/testing/training-fixtures";
import { createTransform, whenOver } from "@/emulator/testing/transform-fixtures";
import type { LogEvent } from "@/lib/logs/view";
import { failedCall } from "@/lib/playground/failed-call";

import { diagnose } from "./diagnose";
import { diagnoseCall } from "./diagnose-call";
import { LONG_SILENCE_MS } from "./silence";

const CUDA_13 =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-vllm:0.22.1-transformers5.10.2-gpu-py312-cu130-ubuntu22.04";

let emulator: TestEmulator;
let client: SageMakerClient;
let runtime: SageMakerRuntimeClient;
let logs: CloudWatchLogsClient;
/** Archives of a script that goes on until it is ended, and of one that ends at once. */
let endless: string;
let short: string;

beforeAll(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  const { sdk } = emulator;
  client = new SageMakerClient(sdk);
  runtime = new SageMakerRuntimeClient({ ...sdk, maxAttempts: 1 });
  logs = new CloudWatchLogsClient(sdk);
  await createEndpoint(client, "callee");
  await createModel(client, "batch");
  const s3 = s3Client(emulator);
  endless = await putSource(s3, "endless", { "train.sh": "while true; do sleep 0.05; done\n" });
  short = await putSource(s3, "short", { "train.sh": "true\n" });
  s3.destroy();
});
afterAll(() => emulator.close());

async function rehearse(name: string): Promise<void> {
  const answer = await fetch(`${emulator.url}/_emulator/scenarios`, { method: "POST", body: JSON.stringify({ name }) });
  expect(answer.status, await answer.clone().text()).toBe(200);
}

async function linesOf(group: string, prefix?: string): Promise<LogEvent[]> {
  const command = new FilterLogEventsCommand({ logGroupName: group, logStreamNamePrefix: prefix });
  const { events = [] } = await logs.send(command).catch(() => ({ events: [] }));
  return events.map(({ eventId = "", timestamp = 0, logStreamName = "", message = "" }) => ({
    id: eventId,
    at: new Date(timestamp).toISOString(),
    stream: logStreamName,
    message,
  }));
}

type Failed = { reason: string | null; lines: LogEvent[] };

/** Fails one thing in the emulator as the rehearsal says; what the console then reads of it. */
const FAILING: Record<Exclude<FailureSubject, "invocation">, (name: string) => Promise<Failed>> = {
  endpoint: async (name) => {
    await createEndpoint(client, name);
    const { FailureReason = null, EndpointStatus } = await client.send(
      new DescribeEndpointCommand({ EndpointName: name }),
    );
    expect(EndpointStatus).toBe("Failed");
    return { reason: FailureReason, lines: await linesOf(`/aws/sagemaker/Endpoints/${name}`) };
  },
  "training-job": async (name) => {
    await createJob(client, name, "s3://nowhere/source.tar.gz", { entryPoint: "train.py" });
    const { FailureReason = null, TrainingJobStatus } = await jobWhen(client, name, isOver);
    expect(TrainingJobStatus).toBe("Failed");
    return { reason: FailureReason, lines: await linesOf("/aws/sagemaker/TrainingJobs", `${name}/`) };
  },
  "transform-job": async (name) => {
    await createTransform(client, name, "batch", { input: "nothing/" });
    const { FailureReason = null, TransformJobStatus } = await whenOver(client, name);
    expect(TransformJobStatus).toBe("Failed");
    return { reason: FailureReason, lines: await linesOf("/aws/sagemaker/TransformJobs", `${name}/`) };
  },
};

async function nameOf(rule: FailureRule, subject: FailureSubject): Promise<string | undefined> {
  const isServerless = rule.onlyServerless;
  if (subject === "invocation") {
    const command = new InvokeEndpointCommand({ EndpointName: "callee", Body: "{}", ContentType: "application/json" });
    const cause: unknown = await runtime.send(command).catch((error: unknown) => error);
    return diagnoseCall(failedCall(cause, new Date(0)).problem, [], isServerless)?.rule.id;
  }
  const failed = await FAILING[subject](`${subject}-${rule.id}`.slice(0, 63));
  return diagnose({ subject, hasFailed: true, isServerless, ...failed })?.findings[0]?.rule.id;
}

const rehearsed = failureRules.filter(({ sample, where }) => sample !== null && where !== "state");

const SPOT = {
  EnableManagedSpotTraining: true,
  StoppingCondition: { MaxRuntimeInSeconds: 3600, MaxWaitTimeInSeconds: 7200 },
};
/** Failures that show in the state of a training job, and how SageMaker says it. */
const CUT_SHORT = [
  {
    id: "max-runtime",
    over: {},
    path: ["Starting", "Downloading", "Training", "Uploading", "MaxRuntimeExceeded"],
    message: "Training job runtime exceeded MaxRuntimeInSeconds provided",
    artifact: "max-runtime/output/model.tar.gz",
  },
  {
    id: "spot-no-checkpoint",
    over: SPOT,
    path: ["Starting", "Downloading", "Training", "Interrupted", "Starting", "MaxWaitTimeExceeded"],
    message: "Training job wait time exceeded MaxWaitTimeInSeconds provided",
    artifact: null,
  },
];
/** Failures that show in the silence of an endpoint. */
const SILENT = [
  { id: "ami-mismatch-silent", scenario: "normal", image: CUDA_13, instanceType: "ml.g5.xlarge" as const },
  { id: "neuron-capacity", scenario: "stuck-creating", image: IMAGE, instanceType: "ml.inf2.xlarge" as const },
];

test("every known failure that shows in a text has a rehearsal, and the others can be made with the normal ones", () => {
  const others = failureRules.filter((rule) => !rehearsed.includes(rule)).map(({ id }) => id);
  expect(others.sort()).toStrictEqual([...SILENT, ...CUT_SHORT].map(({ id }) => id).sort());
});

test.each(rehearsed.map((rule) => ({ id: rule.id, rule })))("a rehearsed $id is named, wherever it shows", async ({
  id,
  rule,
}) => {
  await rehearse(`failure-${id}`);
  const named: [FailureSubject, string | undefined][] = [];
  for (const subject of rule.subjects) named.push([subject, await nameOf(rule, subject)]);
  expect(named).toStrictEqual(rule.subjects.map((subject) => [subject, id]));
});

test.each([
  ["capacity-error", "capacity"],
  ["health-check-failure", "ping-health"],
  ["image-missing", "image-missing"],
  ["out-of-memory", "worker-died"],
  ["gated-model", "gated"],
])("the rehearsal %s is named %s", async (scenario, id) => {
  await rehearse(scenario);
  const failed = await FAILING.endpoint(scenario);
  expect(diagnose({ subject: "endpoint", hasFailed: true, ...failed })?.findings[0]?.rule.id).toBe(id);
});

test.each([
  ["quota", "quota"],
  ["throttled", "throttle"],
])("the rehearsal %s refuses a call in words that are named %s", async (scenario, id) => {
  await rehearse(scenario);
  const once = new SageMakerClient({ ...emulator.sdk, maxAttempts: 1 });
  const command = new CreateEndpointCommand({ EndpointName: scenario, EndpointConfigName: "callee" });
  const { name, message } = await failureOf(once.send(command));
  const diagnosis = diagnose({ subject: "endpoint", hasFailed: true, reason: `${name}: ${message}`, lines: [] });
  expect(diagnosis?.findings[0]?.rule.id).toBe(id);
});

test.each(CUT_SHORT)("a training job whose $id is rehearsed is cut short, says so and is named", async (row) => {
  const { id, over, path, message, artifact } = row;
  await rehearse(`failure-${id}`);
  await createJob(client, id, endless, { entryPoint: "train.sh", over });
  const job = await jobWhen(client, id, isOver);
  expect(job).toMatchObject({ TrainingJobStatus: "Stopped", SecondaryStatus: path.at(-1) });
  expect(job.FailureReason).toBeUndefined();
  expect(job.ModelArtifacts?.S3ModelArtifacts ?? null).toBe(artifact && `s3://${BUCKET}/${artifact}`);
  const transitions = job.SecondaryStatusTransitions ?? [];
  expect(transitions.map(({ Status }) => Status)).toStrictEqual(path);
  expect(transitions.at(-1)?.StatusMessage).toBe(message);
  const secondaryStatus = job.SecondaryStatus ?? null;
  const diagnosis = diagnose({ subject: "training-job", hasFailed: true, reason: null, lines: [], secondaryStatus });
  expect(diagnosis?.findings).toMatchObject([{ from: "state", rule: { id } }]);
});

test("a spot job that keeps checkpoints, and one that is not of spot capacity, go through the shortage", async () => {
  await rehearse("failure-spot-no-checkpoint");
  const CheckpointConfig = { S3Uri: `s3://${BUCKET}/kept` };
  await createJob(client, "kept", short, { entryPoint: "train.sh", over: { ...SPOT, CheckpointConfig } });
  await createJob(client, "on-demand", short, { entryPoint: "train.sh" });
  for (const name of ["kept", "on-demand"]) {
    expect((await jobWhen(client, name, isOver)).TrainingJobStatus).toBe("Completed");
  }
});

test.each(SILENT)("an endpoint that is silent for long is named $id", async ({ id, scenario, image, instanceType }) => {
  await rehearse(scenario);
  const environment = { HF_MODEL_ID: "bundled/tiny-stories-lm" };
  const PrimaryContainer = { Image: image, Environment: environment };
  await client.send(new CreateModelCommand({ ModelName: id, ExecutionRoleArn: ROLE, PrimaryContainer }));
  const variant = { VariantName: "AllTraffic", ModelName: id, InitialInstanceCount: 1, InstanceType: instanceType };
  await client.send(new CreateEndpointConfigCommand({ EndpointConfigName: id, ProductionVariants: [variant] }));
  await client.send(new CreateEndpointCommand({ EndpointName: id, EndpointConfigName: id }));
  emulator.clock.advance(LONG_SILENCE_MS);
  const { EndpointStatus } = await client.send(new DescribeEndpointCommand({ EndpointName: id }));
  expect(EndpointStatus).toBe("Creating");
  expect(await linesOf(`/aws/sagemaker/Endpoints/${id}`)).toStrictEqual([]);
  const silence = { forMs: LONG_SILENCE_MS, image, instanceType, inferenceAmiVersion: null };
  const diagnosis = diagnose({ subject: "endpoint", hasFailed: false, reason: null, lines: [], silence });
  expect(diagnosis?.findings.map(({ rule }) => rule.id)).toStrictEqual([id]);
});

test("nothing is named once the rehearsals are over", async () => {
  await rehearse("normal");
  await createEndpoint(client, "well");
  const { EndpointStatus } = await client.send(new DescribeEndpointCommand({ EndpointName: "well" }));
  expect(EndpointStatus).toBe("InService");
});
