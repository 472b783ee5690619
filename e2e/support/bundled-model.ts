import { CreateModelCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";

const IMAGE =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.49.0-cpu-py312-ubuntu22.04";

/** Makes a SageMaker model of a bundled one in an emulator, as somebody with the SDK would. */
export async function createBundledModel(
  emulatorUrl: string,
  { name, model, task }: { name: string; model: string; task: string },
): Promise<void> {
  const credentials = { accessKeyId: "emulator", secretAccessKey: "emulator" };
  const client = new SageMakerClient({ endpoint: emulatorUrl, region: "us-east-1", credentials });
  await client.send(
    new CreateModelCommand({
      ModelName: name,
      ExecutionRoleArn: "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
      PrimaryContainer: { Image: IMAGE, Environment: { HF_MODEL_ID: `bundled/${model}`, HF_TASK: task } },
    }),
  );
  client.destroy();
}
