import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  DeleteEndpointCommand,
  DeleteEndpointConfigCommand,
  DeleteModelCommand,
  paginateListEndpoints,
} from "@aws-sdk/client-sagemaker";

import { client } from "./emulator-client.ts";
import { timed } from "./timed.ts";

/** What the names of all the endpoints begin with, and what their model and configuration are called. */
export const PREFIX = "thousand";

const IMAGE =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04";
const ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole";
/** As many requests under way as a few people clicking make. */
const CONCURRENCY = 16;

/** Makes `count` endpoints of one bundled model and waits until all answer. */
export async function makeEndpoints(count: number): Promise<void> {
  await client.send(
    new CreateModelCommand({
      ModelName: PREFIX,
      ExecutionRoleArn: ROLE,
      PrimaryContainer: {
        Image: IMAGE,
        Environment: { HF_MODEL_ID: "bundled/afinn-sentiment", HF_TASK: "text-classification" },
      },
    }),
  );
  await client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: PREFIX,
      ProductionVariants: [
        { VariantName: "AllTraffic", ModelName: PREFIX, InitialInstanceCount: 1, InstanceType: "ml.m5.xlarge" },
      ],
    }),
  );
  const names = Array.from({ length: count }, (_, index) => `${PREFIX}-${String(index).padStart(4, "0")}`);
  await timed(`created ${count} endpoints`, () =>
    forEachName(names, (EndpointName) =>
      client.send(new CreateEndpointCommand({ EndpointName, EndpointConfigName: PREFIX })),
    ),
  );
  await timed("all in service", async () => {
    while ((await listNames("InService")).names.length < count) await new Promise((wake) => setTimeout(wake, 250));
  });
}

/** Deletes what `makeEndpoints` made. */
export async function removeEndpoints(): Promise<void> {
  const { names } = await listNames();
  await timed(`deleted ${names.length} endpoints`, () =>
    forEachName(names, (EndpointName) => client.send(new DeleteEndpointCommand({ EndpointName }))),
  );
  await client.send(new DeleteEndpointConfigCommand({ EndpointConfigName: PREFIX }));
  await client.send(new DeleteModelCommand({ ModelName: PREFIX }));
}

/** Lists them as any client would, a hundred a page. */
export async function listNames(StatusEquals?: "InService"): Promise<{ names: string[]; pages: number }> {
  const names: string[] = [];
  let pages = 0;
  for await (const page of paginateListEndpoints(
    { client, pageSize: 100 },
    { NameContains: `${PREFIX}-`, StatusEquals },
  )) {
    pages += 1;
    names.push(...(page.Endpoints ?? []).flatMap(({ EndpointName }) => EndpointName ?? []));
  }
  return { names, pages };
}

async function forEachName(names: string[], run: (name: string) => Promise<unknown>): Promise<void> {
  const left = [...names];
  const worker = async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) await run(name);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}
