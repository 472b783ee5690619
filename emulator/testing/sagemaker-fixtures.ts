import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  DescribeEndpointCommand,
  type SageMakerClient,
} from "@aws-sdk/client-sagemaker";

export const ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole";
export const IMAGE =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04";

export async function createModel(client: SageMakerClient, name: string, modelId = "bundled/afinn-sentiment") {
  return client.send(
    new CreateModelCommand({
      ModelName: name,
      ExecutionRoleArn: ROLE,
      PrimaryContainer: { Image: IMAGE, Environment: { HF_MODEL_ID: modelId, HF_TASK: "text-classification" } },
    }),
  );
}

export async function createConfig(client: SageMakerClient, name: string, modelName: string, count = 1) {
  return client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: name,
      ProductionVariants: [
        { VariantName: "AllTraffic", ModelName: modelName, InitialInstanceCount: count, InstanceType: "ml.m5.xlarge" },
      ],
    }),
  );
}

/** Model, configuration and endpoint of one name. */
export async function createEndpoint(client: SageMakerClient, name: string, modelId?: string) {
  await createModel(client, name, modelId);
  await createConfig(client, name, name);
  return client.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
}

export async function statusOf(client: SageMakerClient, name: string): Promise<string | undefined> {
  return (await client.send(new DescribeEndpointCommand({ EndpointName: name }))).EndpointStatus;
}

/** Waits for real work, such as a model that loads in a child process. */
export async function untilStatus(client: SageMakerClient, name: string, status: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const now = await statusOf(client, name);
    if (now === status) return;
    if (Date.now() > deadline) throw new Error(`${name} is ${now} after a minute, not ${status}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The name and message of the error that a call ends with. */
export async function failureOf(call: Promise<unknown>): Promise<{ name: string; message: string }> {
  try {
    await call;
  } catch (cause) {
    const { name, message } = cause as Error;
    return { name, message };
  }
  throw new Error("The call succeeded.");
}
