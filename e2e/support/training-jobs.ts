import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import {
  CreateTrainingJobCommand,
  DeleteTrainingJobCommand,
  SageMakerClient,
  SageMakerServiceException,
  StopTrainingJobCommand,
  waitUntilTrainingJobCompletedOrStopped,
} from "@aws-sdk/client-sagemaker";

import { E2E } from "./settings";

const ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole";
const IMAGE =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-training:2.5.1-transformers4.49.0-gpu-py311-cu124-ubuntu22.04";
const BUCKET = "training-jobs-of-specs";

const emulator = {
  endpoint: E2E.emulatorUrl,
  region: "us-east-1",
  credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
};
const sagemaker = new SageMakerClient(emulator);
const s3 = new S3Client({ ...emulator, forcePathStyle: true });

type ScriptedJob = {
  name: string;
  /** A shell script. */
  script: string;
  hyperparameters?: Record<string, unknown>;
  metrics?: string[];
  isSpot?: boolean;
};

/** Starts a job of one script the way the SageMaker Python SDK would; each metric is read from lines like `loss: 0.5`. */
export async function createScriptedJob(wishes: ScriptedJob): Promise<void> {
  const { name, script, hyperparameters = {}, metrics = [], isSpot = false } = wishes;
  const source = await putSource(name, script);
  const settings = { ...hyperparameters, sagemaker_program: "train.sh", sagemaker_submit_directory: source };
  await sagemaker.send(
    new CreateTrainingJobCommand({
      TrainingJobName: name,
      RoleArn: ROLE,
      AlgorithmSpecification: {
        TrainingImage: IMAGE,
        TrainingInputMode: "File",
        MetricDefinitions: metrics.map((metric) => ({ Name: metric, Regex: `${metric}: ([0-9.]+)` })),
      },
      HyperParameters: Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, JSON.stringify(value)])),
      OutputDataConfig: { S3OutputPath: `s3://${BUCKET}/` },
      ResourceConfig: { InstanceType: "ml.g5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 },
      EnableManagedSpotTraining: isSpot,
      StoppingCondition: { MaxRuntimeInSeconds: 3600, ...(isSpot ? { MaxWaitTimeInSeconds: 7200 } : {}) },
    }),
  );
}

/** Waits until a job has ended by itself or was stopped. */
export async function untilEnded(name: string): Promise<void> {
  await waitUntilTrainingJobCompletedOrStopped(
    { client: sagemaker, minDelay: 0.2, maxDelay: 0.5, maxWaitTime: 90 },
    { TrainingJobName: name },
  );
}

/** Stops a job if it still runs: what a failing test leaves would go on. */
export async function stopIfRunning(name: string): Promise<void> {
  await sagemaker.send(new StopTrainingJobCommand({ TrainingJobName: name })).catch((cause: unknown) => {
    if (!(cause instanceof SageMakerServiceException)) throw cause;
  });
}

/** Deletes the record of an ended job behind the console's back. */
export async function deleteEndedJob(name: string): Promise<void> {
  await sagemaker.send(new DeleteTrainingJobCommand({ TrainingJobName: name }));
}

async function putSource(name: string, script: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "source-"));
  writeFileSync(join(folder, "train.sh"), script, { mode: 0o755 });
  const archive = `${folder}.tar.gz`;
  execFileSync("tar", ["-czf", archive, "-C", folder, "."]);
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
  const key = `${name}/source/sourcedir.tar.gz`;
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: readFileSync(archive) }));
  rmSync(folder, { recursive: true });
  rmSync(archive);
  return `s3://${BUCKET}/${key}`;
}
