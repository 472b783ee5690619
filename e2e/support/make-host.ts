import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateInferenceComponentCommand,
  DescribeInferenceComponentCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { expect } from "@playwright/test";

import { untilInService } from "./endpoints";
import { E2E } from "./settings";

const sagemaker = new SageMakerClient({
  endpoint: E2E.emulatorUrl,
  region: "us-east-1",
  credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
});

/** An endpoint with a component of two copies of a model, all in service. */
export async function makeHost(name: string, component: string, model: string): Promise<void> {
  const variant = { VariantName: "AllTraffic", InstanceType: "ml.m5.xlarge" as const, InitialInstanceCount: 1 };
  await sagemaker.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: name,
      ExecutionRoleArn: "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
      ProductionVariants: [variant],
    }),
  );
  await sagemaker.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
  await untilInService(name);
  await sagemaker.send(
    new CreateInferenceComponentCommand({
      InferenceComponentName: component,
      EndpointName: name,
      VariantName: "AllTraffic",
      Specification: {
        ModelName: model,
        ComputeResourceRequirements: { NumberOfCpuCoresRequired: 1, MinMemoryRequiredInMb: 1024 },
      },
      RuntimeConfig: { CopyCount: 2 },
    }),
  );
  await expect.poll(() => stateOf(component), { timeout: 60_000 }).toStrictEqual({ status: "InService", copies: 2 });
}

async function stateOf(component: string) {
  const command = new DescribeInferenceComponentCommand({ InferenceComponentName: component });
  const { InferenceComponentStatus, RuntimeConfig } = await sagemaker.send(command);
  return { status: InferenceComponentStatus, copies: RuntimeConfig?.CurrentCopyCount };
}
