import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import {
  CreateTrainingJobCommand,
  type CreateTrainingJobCommandInput,
  DescribeTrainingJobCommand,
  type DescribeTrainingJobCommandOutput,
  type SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { vi } from "vitest";
import { BUCKET } from "./s3-client.ts";
import { ROLE } from "./sagemaker-fixtures.ts";

/** Puts a source archive of these files where the SDK puts it. */
export async function putSource(s3: S3Client, job: string, files: Record<string, string | Buffer>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "source-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text, { mode: 0o755 });
  }
  const archive = `${folder}.tar.gz`;
  execFileSync("tar", ["-czf", archive, "-C", folder, "."]);
  const key = `${job}/source/sourcedir.tar.gz`;
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: readFileSync(archive) }));
  rmSync(folder, { recursive: true });
  rmSync(archive);
  return `s3://${BUCKET}/${key}`;
}

export type JobWishes = {
  entryPoint: string;
  hyperparameters?: Record<string, unknown>;
  over?: Partial<CreateTrainingJobCommandInput>;
};

/** Creates a job as the SageMaker Python SDK would. */
export function createJob(client: SageMakerClient, name: string, sourceUri: string, wishes: JobWishes) {
  const { entryPoint, hyperparameters = {}, over } = wishes;
  const encoded = Object.entries(hyperparameters).map(([key, value]) => [key, JSON.stringify(value)]);
  return client.send(
    new CreateTrainingJobCommand({
      TrainingJobName: name,
      RoleArn: ROLE,
      AlgorithmSpecification: { TrainingImage: "huggingface-pytorch-training:tag", TrainingInputMode: "File" },
      HyperParameters: {
        ...Object.fromEntries(encoded),
        sagemaker_program: JSON.stringify(entryPoint),
        sagemaker_submit_directory: JSON.stringify(sourceUri),
      },
      OutputDataConfig: { S3OutputPath: `s3://${BUCKET}/` },
      ResourceConfig: { InstanceType: "ml.g5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 },
      StoppingCondition: { MaxRuntimeInSeconds: 3600 },
      ...over,
    }),
  );
}

/** The job as soon as it has come so far; scripts run in real time. */
export async function jobWhen(
  client: SageMakerClient,
  name: string,
  isThere: (job: DescribeTrainingJobCommandOutput) => boolean,
): Promise<DescribeTrainingJobCommandOutput> {
  const describe = () => client.send(new DescribeTrainingJobCommand({ TrainingJobName: name }));
  return vi.waitFor(
    async () => {
      const job = await describe();
      if (!isThere(job))
        throw new Error(`${name} is ${job.TrainingJobStatus} (${job.SecondaryStatus}): ${job.FailureReason}`);
      return job;
    },
    { timeout: 20_000, interval: 50 },
  );
}

export const isOver = ({ TrainingJobStatus: status }: DescribeTrainingJobCommandOutput): boolean =>
  status === "Completed" || status === "Failed" || status === "Stopped";
