import {
  CreateModelCommand,
  DeleteModelCommand,
  DescribeModelCommand,
  ListModelsCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, expect, test } from "vitest";
import { instantInference } from "../../testing/held-inference.ts";
import { createModel, failureOf, IMAGE, ROLE } from "../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

let emulator: TestEmulator;
let client: SageMakerClient;

beforeAll(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  client = new SageMakerClient(emulator.sdk);
});
afterAll(async () => {
  await emulator.close();
});

const primary = { Image: IMAGE, Environment: { HF_MODEL_ID: "bundled/afinn-sentiment" } };
const create = (input: Partial<ConstructorParameters<typeof CreateModelCommand>[0]>) =>
  client.send(
    new CreateModelCommand({ ModelName: "new", ExecutionRoleArn: ROLE, PrimaryContainer: primary, ...input }),
  );

test("a model is described as it was created", async () => {
  const { ModelArn } = await create({ ModelName: "Kept", EnableNetworkIsolation: true });
  expect(ModelArn).toBe("arn:aws:sagemaker:us-east-1:111122223333:model/kept");
  const { $metadata, ...described } = await client.send(new DescribeModelCommand({ ModelName: "Kept" }));
  expect($metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(described).toStrictEqual({
    ModelName: "Kept",
    ModelArn,
    ExecutionRoleArn: ROLE,
    PrimaryContainer: primary,
    EnableNetworkIsolation: true,
    CreationTime: new Date(emulator.clock.now()),
  });
});

test("a name is taken once, in each region", async () => {
  await createModel(client, "twice");
  expect(await failureOf(createModel(client, "twice"))).toStrictEqual({
    name: "ValidationException",
    message: 'Cannot create already existing model "arn:aws:sagemaker:us-east-1:111122223333:model/twice".',
  });
  const elsewhere = new SageMakerClient({ ...emulator.sdk, region: "eu-west-1" });
  const { ModelArn } = await createModel(elsewhere, "twice");
  expect(ModelArn).toBe("arn:aws:sagemaker:eu-west-1:111122223333:model/twice");
  expect((await elsewhere.send(new ListModelsCommand({}))).Models).toHaveLength(1);
});

test("a deleted model can no longer be found", async () => {
  await createModel(client, "gone");
  await client.send(new DeleteModelCommand({ ModelName: "gone" }));
  const notFound = {
    name: "ValidationException",
    message: 'Could not find model "arn:aws:sagemaker:us-east-1:111122223333:model/gone".',
  };
  expect(await failureOf(client.send(new DescribeModelCommand({ ModelName: "gone" })))).toStrictEqual(notFound);
  expect(await failureOf(client.send(new DeleteModelCommand({ ModelName: "gone" })))).toStrictEqual(notFound);
});

test.each([
  ["no container", { PrimaryContainer: undefined }, "PrimaryContainer or Containers must be specified."],
  [
    "both kinds of container",
    { Containers: [primary] },
    "Only one of PrimaryContainer and Containers may be specified.",
  ],
  [
    "no image",
    { PrimaryContainer: { Environment: {} } },
    "Image or ModelPackageName must be specified for each container.",
  ],
  [
    "an archive that is not in S3",
    { PrimaryContainer: { Image: IMAGE, ModelDataUrl: "s3://nowhere/model.tar.gz" } },
    "Could not find model data at s3://nowhere/model.tar.gz.",
  ],
  [
    "a role that does not exist",
    { ExecutionRoleArn: "arn:aws:iam::111122223333:role/Nobody" },
    "Could not assume role arn:aws:iam::111122223333:role/Nobody. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.",
  ],
  [
    "a role of another account",
    { ExecutionRoleArn: "arn:aws:iam::999999999999:role/SageMakerExecutionRole" },
    "Cross-account pass role is not allowed.",
  ],
  [
    "a tag twice",
    {
      Tags: [
        { Key: "a", Value: "1" },
        { Key: "a", Value: "2" },
      ],
    },
    "Duplicate tag keys found: a.",
  ],
])("a model with %s is refused and not kept", async (_what, input, message) => {
  expect(await failureOf(create({ ModelName: "refused", ...input }))).toStrictEqual({
    name: "ValidationException",
    message,
  });
  const described = client.send(new DescribeModelCommand({ ModelName: "refused" }));
  expect((await failureOf(described)).message).toContain("Could not find model");
});
