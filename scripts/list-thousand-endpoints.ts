/**
 * Makes many endpoints of one bundled model in a running emulator, lists them page by page as any client would, and
 * prints what that took. Run it by `npm run demo:thousand-endpoints`; options: `-- --count 200`, `-- --clean`.
 */
import { parseArgs } from "node:util";
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  DeleteEndpointCommand,
  DeleteEndpointConfigCommand,
  DeleteModelCommand,
  paginateListEndpoints,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";

const PREFIX = "thousand";
const IMAGE =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04";
const ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole";
/** As many requests under way as a few people clicking make. */
const CONCURRENCY = 16;

const { values } = parseArgs({
  options: { count: { type: "string", default: "1000" }, clean: { type: "boolean", default: false } },
});
const count = Number(values.count);
const endpoint = process.env.AWS_ENDPOINT_URL ?? `http://127.0.0.1:${process.env.EMULATOR_PORT ?? 4566}`;
const client = new SageMakerClient({
  endpoint,
  region: process.env.AWS_REGION ?? "us-east-1",
  credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
});

await refuseUnlessEmulator();
if (values.clean) await clean();
else await fill();

/** A thousand real endpoints would cost a thousand instances. */
async function refuseUnlessEmulator(): Promise<void> {
  const isEmulator = await fetch(`${endpoint}/_emulator/health`).then(
    (response) => response.ok,
    () => false,
  );
  if (isEmulator) return;
  console.error(`No emulator answers on ${endpoint}. Start it by npm start or npm run emulator.`);
  process.exit(1);
}

async function fill(): Promise<void> {
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
    while ((await listNames("InService")).length < count) await new Promise((resolve) => setTimeout(resolve, 250));
  });
  const listed = await timed("listed, 100 a page", () => listNames());
  console.info(`${listed.length} endpoints, ${new Set(listed).size} different names`);
  console.info("Remove them by: npm run demo:thousand-endpoints -- --clean");
}

async function clean(): Promise<void> {
  const names = await listNames();
  await timed(`deleted ${names.length} endpoints`, () =>
    forEachName(names, (EndpointName) => client.send(new DeleteEndpointCommand({ EndpointName }))),
  );
  await client.send(new DeleteEndpointConfigCommand({ EndpointConfigName: PREFIX }));
  await client.send(new DeleteModelCommand({ ModelName: PREFIX }));
}

async function listNames(StatusEquals?: "InService"): Promise<string[]> {
  const names: string[] = [];
  let pages = 0;
  for await (const page of paginateListEndpoints(
    { client, pageSize: 100 },
    { NameContains: `${PREFIX}-`, StatusEquals },
  )) {
    pages += 1;
    names.push(...(page.Endpoints ?? []).flatMap(({ EndpointName }) => EndpointName ?? []));
  }
  if (!StatusEquals) console.info(`${pages} pages`);
  return names;
}

async function forEachName(names: string[], run: (name: string) => Promise<unknown>): Promise<void> {
  const left = [...names];
  const worker = async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) await run(name);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

async function timed<T>(what: string, run: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await run();
  console.info(`${what}: ${Math.round(performance.now() - startedAt)} ms`);
  return result;
}
