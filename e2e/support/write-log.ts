import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
  ResourceAlreadyExistsException,
} from "@aws-sdk/client-cloudwatch-logs";
import { CreateTrainingJobCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";

import { E2E } from "./settings";

const SDK = {
  endpoint: E2E.emulatorUrl,
  region: "us-east-1",
  credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
};
const LINES_PER_CALL = 5_000;

/** Makes a training job that names no script: it is over at once, and its log is what a spec writes. */
export async function makeEndedTrainingJob(name: string): Promise<void> {
  const client = new SageMakerClient(SDK);
  await client.send(
    new CreateTrainingJobCommand({
      TrainingJobName: name,
      RoleArn: "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
      AlgorithmSpecification: { TrainingImage: "huggingface-pytorch-training:tag", TrainingInputMode: "File" },
      OutputDataConfig: { S3OutputPath: "s3://nowhere/" },
      ResourceConfig: { InstanceType: "ml.g5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 },
      StoppingCondition: { MaxRuntimeInSeconds: 3600 },
    }),
  );
  client.destroy();
}

/** Writes lines into a stream of the emulator's CloudWatch Logs, a millisecond apart from a time on. */
export async function writeLog(group: string, stream: string, lines: string[], from: number): Promise<void> {
  const logs = new CloudWatchLogsClient(SDK);
  const name = { logGroupName: group, logStreamName: stream };
  const unlessThere = (cause: unknown) => {
    if (!(cause instanceof ResourceAlreadyExistsException)) throw cause;
  };
  await logs.send(new CreateLogGroupCommand({ logGroupName: group })).catch(unlessThere);
  await logs.send(new CreateLogStreamCommand(name)).catch(unlessThere);
  for (let first = 0; first < lines.length; first += LINES_PER_CALL) {
    const logEvents = lines
      .slice(first, first + LINES_PER_CALL)
      .map((message, index) => ({ timestamp: from + first + index, message }));
    await logs.send(new PutLogEventsCommand({ ...name, logEvents }));
  }
  logs.destroy();
}
