import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  type CreateEndpointConfigCommandInput,
  CreateInferenceComponentCommand,
  DescribeInferenceComponentCommand,
  type ProductionVariant,
  SageMakerClient,
  waitUntilEndpointInService,
} from "@aws-sdk/client-sagemaker";

import { createBundledModel } from "./bundled-model";
import { expect } from "./own-console";
import type { OwnProcess } from "./own-process";

const MOOD = { model: "afinn-sentiment", task: "text-classification" };
const POLL = { minDelay: 0.2, maxDelay: 0.2, maxWaitTime: 60 };

/** A small classifier in service in a test's own emulator, made as somebody with the SDK would. */
export async function serveClassifier(
  emulator: OwnProcess,
  name: string,
  more: Pick<CreateEndpointConfigCommandInput, "AsyncInferenceConfig"> = {},
): Promise<void> {
  await createBundledModel(emulator.url, { name, ...MOOD });
  await serve(emulator, name, { ModelName: name, InitialInstanceCount: 1 }, more);
}

/** An endpoint of that name whose instances come and go with its one component, of a small classifier, in service. */
export async function hostClassifier(emulator: OwnProcess, endpoint: string, component: string): Promise<void> {
  await createBundledModel(emulator.url, { name: component, ...MOOD });
  const ManagedInstanceScaling = { Status: "ENABLED" as const, MinInstanceCount: 0, MaxInstanceCount: 2 };
  await serve(
    emulator,
    endpoint,
    { InitialInstanceCount: 1, ManagedInstanceScaling },
    { ExecutionRoleArn: "arn:aws:iam::111122223333:role/SageMakerExecutionRole" },
  );
  const client = clientOf(emulator);
  await client.send(
    new CreateInferenceComponentCommand({
      InferenceComponentName: component,
      EndpointName: endpoint,
      VariantName: "AllTraffic",
      Specification: {
        ModelName: component,
        ComputeResourceRequirements: { NumberOfCpuCoresRequired: 1, MinMemoryRequiredInMb: 1_024 },
      },
      RuntimeConfig: { CopyCount: 1 },
    }),
  );
  await expect(async () => {
    const { InferenceComponentStatus } = await client.send(
      new DescribeInferenceComponentCommand({ InferenceComponentName: component }),
    );
    expect(InferenceComponentStatus).toBe("InService");
  }).toPass({ timeout: 60_000, intervals: [200] });
  client.destroy();
}

async function serve(
  emulator: OwnProcess,
  name: string,
  variant: Partial<ProductionVariant>,
  more: Partial<CreateEndpointConfigCommandInput>,
): Promise<void> {
  const client = clientOf(emulator);
  await client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: name,
      ProductionVariants: [{ VariantName: "AllTraffic", InstanceType: "ml.m5.xlarge", ...variant }],
      ...more,
    }),
  );
  await client.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
  await waitUntilEndpointInService({ client, ...POLL }, { EndpointName: name });
  client.destroy();
}

function clientOf(emulator: OwnProcess): SageMakerClient {
  const credentials = { accessKeyId: "emulator", secretAccessKey: "emulator" };
  return new SageMakerClient({ endpoint: emulator.url, region: "us-east-1", credentials });
}
