import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateInferenceComponentCommand,
  type CreateInferenceComponentCommandInput,
  DescribeInferenceComponentCommand,
  type ProductionVariant,
  type SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { ROLE, untilStatus } from "./sagemaker-fixtures.ts";

/** An endpoint that hosts inference components, in service. */
export async function createHost(
  client: SageMakerClient,
  name: string,
  variant: Partial<ProductionVariant> = {},
): Promise<void> {
  await client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: name,
      ExecutionRoleArn: ROLE,
      ProductionVariants: [
        { VariantName: "AllTraffic", InstanceType: "ml.m5.xlarge", InitialInstanceCount: 1, ...variant },
      ],
    }),
  );
  await client.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
  await untilStatus(client, name, "InService");
}

type Wishes = {
  copies?: number;
  cpuCores?: number;
  memoryMb?: number;
  specification?: CreateInferenceComponentCommandInput["Specification"];
};

/** A component of the model of that name, one CPU core and 1 GiB a copy where nothing else is said. */
export function createComponent(
  client: SageMakerClient,
  name: string,
  endpoint: string,
  model: string,
  { copies = 1, cpuCores = 1, memoryMb = 1024, specification }: Wishes = {},
) {
  return client.send(
    new CreateInferenceComponentCommand({
      InferenceComponentName: name,
      EndpointName: endpoint,
      VariantName: "AllTraffic",
      Specification: {
        ModelName: model,
        ComputeResourceRequirements: { NumberOfCpuCoresRequired: cpuCores, MinMemoryRequiredInMb: memoryMb },
        ...specification,
      },
      RuntimeConfig: { CopyCount: copies },
    }),
  );
}

export function describeComponent(client: SageMakerClient, name: string) {
  return client.send(new DescribeInferenceComponentCommand({ InferenceComponentName: name }));
}

/** Waits for real work, such as a model that loads in a child process. */
export async function untilComponent(
  client: SageMakerClient,
  name: string,
  status: string,
  limitMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const { InferenceComponentStatus: now, FailureReason } = await describeComponent(client, name);
    if (now === status) return;
    if (Date.now() > deadline)
      throw new Error(`${name} is ${now} after ${limitMs / 1000} s, not ${status}. ${FailureReason}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
