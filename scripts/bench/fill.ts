import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { CreateTrainingJobCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";

const GROUP = "/aws/sagemaker/TrainingJobs";
const LINES_PER_CALL = 5_000;
const HOUR_MS = 3_600_000;

/** The job with the long log; sorted by name it is neither first nor last. */
export const LONG_JOB = "bench-long-log";
/** A part of one job's name. */
export const ONE_JOB = "bench-137";

/** Makes training jobs and writes a long log for one of them. They name no script: nothing runs, all are over at once. */
export async function fillEmulator(endpoint: string, jobs: number, lines: number): Promise<void> {
  const sdk = { endpoint, region: "us-east-1", credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" } };
  const sagemaker = new SageMakerClient(sdk);
  const names = [
    LONG_JOB,
    ...Array.from({ length: jobs - 1 }, (_, index) => `bench-${String(index).padStart(3, "0")}`),
  ];
  for (const name of names) await makeJob(sagemaker, name);
  sagemaker.destroy();
  await writeLog(new CloudWatchLogsClient(sdk), `${LONG_JOB}/algo-1-1700000000`, lines);
}

async function makeJob(client: SageMakerClient, name: string): Promise<void> {
  await client.send(
    new CreateTrainingJobCommand({
      TrainingJobName: name,
      RoleArn: "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
      AlgorithmSpecification: { TrainingImage: "huggingface-pytorch-training:tag", TrainingInputMode: "File" },
      OutputDataConfig: { S3OutputPath: "s3://bench/" },
      ResourceConfig: { InstanceType: "ml.g5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 },
      StoppingCondition: { MaxRuntimeInSeconds: 3600 },
    }),
  );
}

async function writeLog(logs: CloudWatchLogsClient, stream: string, lines: number): Promise<void> {
  const name = { logGroupName: GROUP, logStreamName: stream };
  const from = Date.now() - HOUR_MS;
  await logs.send(new CreateLogGroupCommand({ logGroupName: GROUP })).catch(() => undefined); // a job may have made it
  await logs.send(new CreateLogStreamCommand(name));
  for (let first = 0; first < lines; first += LINES_PER_CALL) {
    const logEvents = Array.from({ length: Math.min(LINES_PER_CALL, lines - first) }, (_, index) => ({
      timestamp: from + first + index,
      message: logLine(first + index),
    }));
    await logs.send(new PutLogEventsCommand({ ...name, logEvents }));
  }
  logs.destroy();
}

/** What a trainer prints: mostly short lines, now and then JSON or a warning. */
export function logLine(index: number): string {
  if (index % 50 === 7) return JSON.stringify({ step: index, loss: 1 / (index + 1), learning_rate: 5e-5 });
  if (index % 400 === 9) return `WARNING:transformers: step ${index} was slower than those before it`;
  return `step ${index} loss=${(1 / (index + 1)).toFixed(5)} grad_norm=0.81243 samples_per_second=112.4`;
}
