import type { S3Client } from "@aws-sdk/client-s3";
import {
  DeleteTrainingJobCommand,
  type ResourceConfig,
  SageMakerClient,
  StopTrainingJobCommand,
  UpdateTrainingJobCommand,
  type UpdateTrainingJobCommandInput,
} from "@aws-sdk/client-sagemaker";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { instantInference } from "../../testing/held-inference.ts";
import { s3Client } from "../../testing/s3-client.ts";
import { failureOf } from "../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";
import { createJob, isOver, type JobWishes, jobWhen, putSource } from "../../testing/training-fixtures.ts";

vi.setConfig({ testTimeout: 30_000 });

const FOREVER = "while true; do sleep 0.05; done";
const KEPT: ResourceConfig = {
  InstanceType: "ml.g5.xlarge",
  InstanceCount: 1,
  VolumeSizeInGB: 30,
  KeepAlivePeriodInSeconds: 600,
};

let emulator: TestEmulator;
let client: SageMakerClient;
let s3: S3Client;

beforeEach(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  client = new SageMakerClient({ ...emulator.sdk, maxAttempts: 1 });
  s3 = s3Client(emulator);
});
afterEach(async () => {
  await emulator.close();
});

async function runShell(name: string, script: string, over: JobWishes["over"] = {}) {
  const source = await putSource(s3, name, { "train.sh": `#!/bin/sh\n${script}\n` });
  await createJob(client, name, source, { entryPoint: "train.sh", over });
}
const update = (name: string, input: Omit<UpdateTrainingJobCommandInput, "TrainingJobName">) =>
  client.send(new UpdateTrainingJobCommand({ TrainingJobName: name, ...input }));
const setQuota = (quota: object) =>
  fetch(`${emulator.url}/_emulator/quotas`, { method: "POST", body: JSON.stringify(quota) });

test("profiling and remote debugging change while the job trains, and not after", async () => {
  await runShell("running", FOREVER);
  await jobWhen(client, "running", ({ SecondaryStatus }) => SecondaryStatus === "Training");
  await update("running", {
    ProfilerConfig: { DisableProfiler: true },
    RemoteDebugConfig: { EnableRemoteDebug: true },
  });
  expect(await jobWhen(client, "running", () => true)).toMatchObject({
    ProfilerConfig: { DisableProfiler: true },
    RemoteDebugConfig: { EnableRemoteDebug: true },
    TrainingJobStatus: "InProgress",
  });
  await client.send(new StopTrainingJobCommand({ TrainingJobName: "running" }));
  await jobWhen(client, "running", isOver);
  const late = await failureOf(update("running", { ProfilerConfig: { DisableProfiler: false } }));
  expect(late.message).toContain("cannot be updated in status Stopped");
});

test("kept instances are available until their time is over, which can be changed meanwhile", async () => {
  await runShell("kept", "true", { ResourceConfig: KEPT });
  await jobWhen(client, "kept", isOver);
  const pool = async () => (await jobWhen(client, "kept", () => true)).WarmPoolStatus;
  expect(await pool()).toMatchObject({ Status: "Available" });
  await update("kept", { ResourceConfig: { KeepAlivePeriodInSeconds: 900 } });
  emulator.clock.advance(700_000);
  expect(await pool()).toStrictEqual({ Status: "Available", ResourceRetainedBillableTimeInSeconds: 700 });
  await update("kept", { ResourceConfig: { KeepAlivePeriodInSeconds: 0 } });
  emulator.clock.advance(60_000);
  expect(await pool()).toStrictEqual({ Status: "Terminated", ResourceRetainedBillableTimeInSeconds: 700 });
  const late = await failureOf(update("kept", { ResourceConfig: { KeepAlivePeriodInSeconds: 60 } }));
  expect(late.message).toContain("keep-alive period");
});

test("a job without kept instances has no period to change, and an unknown job cannot be updated", async () => {
  await runShell("plain", "true");
  await jobWhen(client, "plain", isOver);
  await failureOf(update("plain", { ResourceConfig: { KeepAlivePeriodInSeconds: 60 } }));
  expect((await failureOf(update("nobody", {}))).message).toContain("Requested resource not found");
});

test("a running job cannot be deleted", async () => {
  await runShell("busy", FOREVER);
  const attempt = client.send(new DeleteTrainingJobCommand({ TrainingJobName: "busy" }));
  expect((await failureOf(attempt)).message).toContain("InProgress");
});

test("a quota counts the instances of running jobs of one type, and is another for spot", async () => {
  await setQuota({ instanceType: "ml.g5.xlarge", limit: 2 });
  await runShell("first", FOREVER);
  const two = { ResourceConfig: { InstanceType: "ml.g5.xlarge", InstanceCount: 2, VolumeSizeInGB: 30 } } as const;
  expect(await failureOf(runShell("second", "true", two))).toStrictEqual({
    name: "ResourceLimitExceeded",
    message: expect.stringContaining(
      "The account-level service limit 'ml.g5.xlarge for training job usage' is 2 Instances, with current utilization of 1 Instances and a request delta of 2 Instances.",
    ),
  });
  const spot = {
    EnableManagedSpotTraining: true,
    StoppingCondition: { MaxRuntimeInSeconds: 60, MaxWaitTimeInSeconds: 60 },
  };
  await runShell("spot", "true", { ...two, ...spot });
  await setQuota({ instanceType: "ml.g5.xlarge", usage: "spot training job usage", limit: 0 });
  expect((await failureOf(runShell("spot-again", "true", spot))).message).toContain("spot training job usage' is 0");
  await client.send(new StopTrainingJobCommand({ TrainingJobName: "first" }));
  await jobWhen(client, "first", isOver);
  await runShell("second", "true", two);
});

test("a quota that makes no sense is refused", async () => {
  expect((await setQuota({ instanceType: "g5", limit: 1 })).status).toBe(400);
});
