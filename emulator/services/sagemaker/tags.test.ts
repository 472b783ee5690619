import {
  AddTagsCommand,
  DeleteModelCommand,
  DeleteTagsCommand,
  ListTagsCommand,
  SageMakerClient,
  type Tag,
} from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, expect, test } from "vitest";
import { instantInference } from "../../testing/held-inference.ts";
import { createEndpoint, createModel, failureOf } from "../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

const arnOf = (path: string) => `arn:aws:sagemaker:us-east-1:111122223333:${path}`;

let emulator: TestEmulator;
let client: SageMakerClient;

beforeAll(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  client = new SageMakerClient(emulator.sdk);
  await createEndpoint(client, "e");
});
afterAll(async () => {
  await emulator.close();
});

const add = (path: string, ...Tags: Tag[]) => client.send(new AddTagsCommand({ ResourceArn: arnOf(path), Tags }));
const list = async (path: string) => (await client.send(new ListTagsCommand({ ResourceArn: arnOf(path) }))).Tags;

test.each(["model/e", "endpoint-config/e", "endpoint/e"])("%s takes tags, changes and loses them", async (path) => {
  expect(await list(path)).toStrictEqual([]);
  await add(path, { Key: "team", Value: "nlp" }, { Key: "cost", Value: "1" });
  const { Tags } = await add(path, { Key: "cost", Value: "2" });
  const both = [
    { Key: "team", Value: "nlp" },
    { Key: "cost", Value: "2" },
  ];
  expect(Tags).toStrictEqual(both);
  expect(await list(path)).toStrictEqual(both);
  await client.send(new DeleteTagsCommand({ ResourceArn: arnOf(path), TagKeys: ["team", "unknown"] }));
  expect(await list(path)).toStrictEqual([{ Key: "cost", Value: "2" }]);
});

test("tags go with their resource", async () => {
  await createModel(client, "brief");
  await add("model/brief", { Key: "a", Value: "b" });
  await client.send(new DeleteModelCommand({ ModelName: "brief" }));
  expect((await failureOf(list("model/brief"))).message).toContain("Could not find model");
  await createModel(client, "brief");
  expect(await list("model/brief")).toStrictEqual([]);
});

test("fifty tags are the limit, aws: is reserved", async () => {
  await createModel(client, "full");
  await add("model/full", ...Array.from({ length: 50 }, (_, index) => ({ Key: `k${index}`, Value: "" })));
  expect((await failureOf(add("model/full", { Key: "k50", Value: "" }))).message).toContain("the limit is 50");
  expect((await failureOf(add("model/full", { Key: "aws:x", Value: "" }))).message).toContain("reserved");
});
