import { CreateModelCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { IMAGE, ROLE } from "@/emulator/testing/sagemaker-fixtures";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import type { Workspace } from "@/lib/workspaces/view";

import { ListModelsInput } from "./schema";
import { readModelRows } from "./service";

const workspace: Workspace = {
  id: "local",
  label: "Local",
  region: "us-east-1",
  isEmulator: true,
  endpointUrl: null,
  roleArn: null,
  executionRoleArn: null,
  bucket: null,
};
let emulator: TestEmulator;
let client: SageMakerClient;

async function createModel(name: string, environment: Record<string, string>): Promise<void> {
  await client.send(
    new CreateModelCommand({
      ModelName: name,
      ExecutionRoleArn: ROLE,
      PrimaryContainer: { Image: IMAGE, Environment: environment },
    }),
  );
}

beforeAll(async () => {
  emulator = await startTestEmulator();
  vi.stubEnv("EMULATOR_URL", emulator.url);
  client = new SageMakerClient(emulator.sdk);
  await createModel("sentiment-hub", { HF_MODEL_ID: "owner/sentiment", HF_TASK: "text-classification" });
  await createModel("plain", {});
  for (let index = 0; index < 21; index += 1) await createModel(`many-${index}`, { HF_TASK: "fill-mask" });
});
afterAll(() => emulator.close());

const search = (text: string) => readModelRows(workspace, ListModelsInput.parse({ search: text }));

test("models are found by a part of their name, with image, task and source", async () => {
  expect(await search("hub")).toStrictEqual({
    items: [
      {
        name: "sentiment-hub",
        createdAt: expect.any(String),
        image: IMAGE,
        task: "text-classification",
        source: "owner/sentiment",
      },
    ],
    hasMore: false,
  });
  expect((await search("plain")).items[0]).toMatchObject({ task: null, source: "in the image" });
  expect(await search("nothing")).toStrictEqual({ items: [], hasMore: false });
});

test("of many models the first twenty are read, and it is said that there are more", async () => {
  const { items, hasMore } = await search("many");
  expect([items.length, hasMore]).toStrictEqual([20, true]);
});
