import {
  CreateEndpointConfigCommand,
  DeleteEndpointConfigCommand,
  DescribeEndpointConfigCommand,
  ListEndpointConfigsCommand,
  type ProductionVariant,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, expect, test } from "vitest";
import { instantInference } from "../../testing/held-inference.ts";
import { createConfig, createModel, failureOf, ROLE } from "../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

let emulator: TestEmulator;
let client: SageMakerClient;

beforeAll(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  client = new SageMakerClient(emulator.sdk);
  await createModel(client, "m");
});
afterAll(async () => {
  await emulator.close();
});

const variant: ProductionVariant = {
  VariantName: "A",
  ModelName: "m",
  InitialInstanceCount: 2,
  InstanceType: "ml.g5.xlarge",
};
const create = (name: string, ...variants: Partial<ProductionVariant>[]) =>
  client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: name,
      ProductionVariants: variants.map((each) => ({ ...variant, ...each })),
    }),
  );

test("a configuration is described as it was created, with the default weight", async () => {
  const { EndpointConfigArn } = await create("kept", {});
  const { $metadata: _, ...described } = await client.send(
    new DescribeEndpointConfigCommand({ EndpointConfigName: "kept" }),
  );
  expect(described).toStrictEqual({
    EndpointConfigName: "kept",
    EndpointConfigArn,
    ProductionVariants: [{ ...variant, InitialVariantWeight: 1 }],
    EnableNetworkIsolation: false,
    CreationTime: new Date(emulator.clock.now()),
  });
});

test("a serverless variant needs no instances", async () => {
  await create("serverless", {
    InitialInstanceCount: undefined,
    InstanceType: undefined,
    ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 },
  });
  const { EndpointConfigs } = await client.send(new ListEndpointConfigsCommand({ NameContains: "SERVERLESS" }));
  expect(EndpointConfigs?.map((config) => config.EndpointConfigName)).toStrictEqual(["serverless"]);
});

test("a configuration of a model that is not there is refused", async () => {
  expect(await failureOf(createConfig(client, "orphan", "nobody"))).toStrictEqual({
    name: "ValidationException",
    message: 'Could not find model "arn:aws:sagemaker:us-east-1:111122223333:model/nobody".',
  });
});

test.each<[string, Partial<ProductionVariant>[], string]>([
  ["two variants of one name", [{}, {}], 'Variant names must be unique; "A" is given more than once.'],
  ["no instance type", [{ InstanceType: undefined }], 'The variant "A" needs InstanceType and InitialInstanceCount.'],
  [
    "managed scaling of a model",
    [{ ManagedInstanceScaling: { Status: "ENABLED" } }],
    "ManagedInstanceScaling is only supported for inference component endpoints.",
  ],
  [
    "variants for components and for models",
    [{}, { VariantName: "B", ModelName: undefined }],
    "Variants with ModelName and variants for inference components, which have none, cannot be mixed.",
  ],
  [
    "variants for components and no execution role",
    [{ ModelName: undefined }],
    "ExecutionRoleArn must be specified in the endpoint configuration of inference component endpoints.",
  ],
  [
    "no traffic at all",
    [{ InitialVariantWeight: 0 }],
    "The sum of InitialVariantWeight of all production variants must be greater than 0.",
  ],
])("a configuration with %s is refused", async (_what, variants, message) => {
  expect(await failureOf(create("refused", ...variants))).toStrictEqual({ name: "ValidationException", message });
});

test("an instance type that SageMaker does not know is refused with the list of those it knows", async () => {
  const { name, message } = await failureOf(create("refused", { InstanceType: "ml.nope.large" as "ml.m5.large" }));
  expect(name).toBe("ValidationException");
  expect(message).toContain(
    "Value 'ml.nope.large' at 'productionVariants.1.member.instanceType' failed to satisfy constraint: Member must satisfy enum value set: [",
  );
});

test("a configuration is created once and gone when deleted", async () => {
  await create("brief", {});
  expect((await failureOf(create("brief", {}))).message).toBe(
    'Cannot create already existing endpoint configuration "arn:aws:sagemaker:us-east-1:111122223333:endpoint-config/brief".',
  );
  await client.send(new DeleteEndpointConfigCommand({ EndpointConfigName: "brief" }));
  const described = client.send(new DescribeEndpointConfigCommand({ EndpointConfigName: "brief" }));
  expect((await failureOf(described)).message).toBe(
    'Could not find endpoint configuration "arn:aws:sagemaker:us-east-1:111122223333:endpoint-config/brief".',
  );
});

test.each<[string, number, number, string | null]>([
  [
    "contradict each other",
    3,
    1,
    'MinInstanceCount of the variant "A" must be less than or equal to MaxInstanceCount.',
  ],
  [
    "leave out the first count",
    3,
    4,
    'InitialInstanceCount of the variant "A" must be between MinInstanceCount (3) and MaxInstanceCount (4).',
  ],
  ["begin at zero", 0, 2, null],
])("bounds of managed scaling that %s", async (what, MinInstanceCount, MaxInstanceCount, message) => {
  const name = `bounds-${what.replaceAll(" ", "-")}`;
  const ManagedInstanceScaling = { Status: "ENABLED", MinInstanceCount, MaxInstanceCount } as const;
  const creation = client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: name,
      ExecutionRoleArn: ROLE,
      ProductionVariants: [{ ...variant, ModelName: undefined, ManagedInstanceScaling }],
    }),
  );
  if (message !== null) {
    expect((await failureOf(creation)).message).toBe(message);
    return;
  }
  await creation;
  const described = await client.send(new DescribeEndpointConfigCommand({ EndpointConfigName: name }));
  expect(described.ExecutionRoleArn).toBe(ROLE);
  expect(described.ProductionVariants?.[0]?.ManagedInstanceScaling).toStrictEqual(ManagedInstanceScaling);
});
