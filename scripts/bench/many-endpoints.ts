import { setTimeout as wait } from "node:timers/promises";
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  paginateListEndpoints,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";

const IMAGE =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04";
/** As many requests under way as a few people clicking make. */
const CONCURRENCY = 16;
const MAX_WAIT_MS = 600_000;

export const VARIANT = "AllTraffic";

/** What any client of the AWS SDK needs to reach an emulator. */
export function sdkOf(emulatorUrl: string) {
  const credentials = { accessKeyId: "emulator", secretAccessKey: "emulator" };
  return { endpoint: emulatorUrl, region: "us-east-1", credentials };
}

/** Makes endpoints of one bundled model, each with a config of its own, and waits until all answer; their names. */
export async function makeManyEndpoints(emulatorUrl: string, count: number): Promise<string[]> {
  const client = new SageMakerClient(sdkOf(emulatorUrl));
  const Environment = { HF_MODEL_ID: "bundled/afinn-sentiment", HF_TASK: "text-classification" };
  await client.send(
    new CreateModelCommand({
      ModelName: "bench",
      ExecutionRoleArn: "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
      PrimaryContainer: { Image: IMAGE, Environment },
    }),
  );
  const names = Array.from({ length: count }, (_, index) => `bench-${String(index).padStart(4, "0")}`);
  const variant = { VariantName: VARIANT, ModelName: "bench", InstanceType: "ml.m5.xlarge" as const };
  await forEach(names, async (name) => {
    const ProductionVariants = [{ ...variant, InitialInstanceCount: 1 }];
    await client.send(new CreateEndpointConfigCommand({ EndpointConfigName: name, ProductionVariants }));
    await client.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
  });
  const deadline = Date.now() + MAX_WAIT_MS;
  while ((await countInService(client)) < count) {
    if (Date.now() > deadline) throw new Error("Not all endpoints came into service.");
    await wait(500);
  }
  client.destroy();
  return names;
}

async function countInService(client: SageMakerClient): Promise<number> {
  let count = 0;
  for await (const page of paginateListEndpoints({ client, pageSize: 100 }, { StatusEquals: "InService" }))
    count += page.Endpoints?.length ?? 0;
  return count;
}

/** Does something for each, a few at once. */
export async function forEach<T>(items: readonly T[], run: (item: T) => Promise<unknown>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await run(item);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}
