import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  type ProductionVariantInstanceType,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";

import { E2E } from "./settings";

const IMAGE =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.49.0-cpu-py312-ubuntu22.04";

type Wish = { name: string; model?: string; task?: string; instanceType?: ProductionVariantInstanceType };

/** Makes an endpoint in the emulator as somebody with the SDK would, without waiting for it. */
export async function makeEndpoint(wish: Wish): Promise<void> {
  const { name, model = "bundled/afinn-sentiment", task = "text-classification", instanceType = "ml.m5.xlarge" } = wish;
  const client = new SageMakerClient({
    endpoint: E2E.emulatorUrl,
    region: "us-east-1",
    credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
  });
  await client.send(
    new CreateModelCommand({
      ModelName: name,
      ExecutionRoleArn: "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
      PrimaryContainer: { Image: IMAGE, Environment: { HF_MODEL_ID: model, HF_TASK: task } },
    }),
  );
  await client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: name,
      ProductionVariants: [
        { VariantName: "AllTraffic", ModelName: name, InstanceType: instanceType, InitialInstanceCount: 1 },
      ],
    }),
  );
  await client.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
  client.destroy();
}
