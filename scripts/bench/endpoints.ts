import {
  type AsyncInferenceConfig,
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  SageMakerClient,
  waitUntilEndpointInService,
} from "@aws-sdk/client-sagemaker";

export const ANSWERING = "bench-answering";
export const STREAMING = "bench-streaming";
export const QUEUEING = "bench-queueing";

const REGISTRY = "763104351884.dkr.ecr.us-east-1.amazonaws.com";
const TOOLKIT = `${REGISTRY}/huggingface-pytorch-inference:2.6.0-transformers4.49.0-cpu-py312-ubuntu22.04`;
const TGI = `${REGISTRY}/huggingface-pytorch-tgi-inference:2.7.0-tgi3.3.6-gpu-py311-cu124-ubuntu22.04`;

/** Makes an endpoint that answers at once and one that streams, both of models that come with the emulator. */
export async function makeBenchEndpoints(emulatorUrl: string): Promise<void> {
  const credentials = { accessKeyId: "emulator", secretAccessKey: "emulator" };
  const client = new SageMakerClient({ endpoint: emulatorUrl, region: "us-east-1", credentials });
  await make(client, ANSWERING, TOOLKIT, { HF_MODEL_ID: "bundled/afinn-sentiment", HF_TASK: "text-classification" });
  await make(client, STREAMING, TGI, { HF_MODEL_ID: "bundled/tiny-stories-lm" });
  client.destroy();
}

/** Makes an asynchronous endpoint of a model that answers at once. */
export async function makeQueueingEndpoint(emulatorUrl: string): Promise<void> {
  const credentials = { accessKeyId: "emulator", secretAccessKey: "emulator" };
  const client = new SageMakerClient({ endpoint: emulatorUrl, region: "us-east-1", credentials });
  const bucket = "s3://sagemaker-us-east-1-111122223333";
  const config: AsyncInferenceConfig = {
    OutputConfig: { S3OutputPath: `${bucket}/answers`, S3FailurePath: `${bucket}/failures` },
  };
  const environment = { HF_MODEL_ID: "bundled/afinn-sentiment", HF_TASK: "text-classification" };
  await make(client, QUEUEING, TOOLKIT, environment, config);
  client.destroy();
}

async function make(
  client: SageMakerClient,
  name: string,
  Image: string,
  Environment: Record<string, string>,
  asyncInference?: AsyncInferenceConfig,
) {
  const ExecutionRoleArn = "arn:aws:iam::111122223333:role/SageMakerExecutionRole";
  await client.send(
    new CreateModelCommand({ ModelName: name, ExecutionRoleArn, PrimaryContainer: { Image, Environment } }),
  );
  const variant = { VariantName: "AllTraffic", ModelName: name, InstanceType: "ml.g5.xlarge" as const };
  await client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: name,
      ProductionVariants: [{ ...variant, InitialInstanceCount: 1 }],
      AsyncInferenceConfig: asyncInference,
    }),
  );
  await client.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
  await waitUntilEndpointInService({ client, minDelay: 1, maxDelay: 2, maxWaitTime: 120 }, { EndpointName: name });
}
