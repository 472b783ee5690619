import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateEndpointCommand,
  ListEndpointConfigsCommand,
  ListEndpointsCommand,
  ListModelsCommand,
  ListTagsCommand,
  SageMakerClient,
  UpdateEndpointCommand,
} from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { instantInference } from "@/emulator/testing/held-inference.ts";
import { createConfig, createEndpoint, createModel, untilStatus } from "@/emulator/testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";
import { forgetReads } from "@/lib/aws/read-cache";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { operationAfter } from "@/lib/operations/service";
import { createFirstWorkspaces } from "@/lib/workspaces/first-workspaces";
import { requireWorkspace } from "@/lib/workspaces/service";
import type { Workspace } from "@/lib/workspaces/view";

import { previewDeletions, removeEndpoints, shareOf } from "./delete-many";
import { previewDeletion, removeEndpoint } from "./deletion";
import { chosenDeletion, partKey } from "./deletion-view";
import { readEndpoint } from "./service";
import { changeTags } from "./tagging";

vi.setConfig({ testTimeout: 60_000 });

const member = { id: "m", name: "mia", role: "operator" } as const;
const root = mkdtempSync(join(tmpdir(), "console-delete-many-"));
let emulator: TestEmulator;
let client: SageMakerClient;
let workspace: Workspace;

beforeAll(async () => {
  vi.stubEnv("DATA_DIR", root);
  emulator = await startTestEmulator({ inference: instantInference() });
  vi.stubEnv("EMULATOR_URL", emulator.url);
  client = new SageMakerClient(emulator.sdk);
  await createFirstWorkspaces();
  workspace = await requireWorkspace("local");
});
afterAll(async () => {
  await emulator.close();
  rmSync(root, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

async function inventory(name: string) {
  forgetReads(workspace.id);
  const filter = { NameContains: name, MaxResults: 100 };
  const [{ Models = [] }, { EndpointConfigs = [] }, { Endpoints = [] }] = await Promise.all([
    client.send(new ListModelsCommand(filter)),
    client.send(new ListEndpointConfigsCommand(filter)),
    client.send(new ListEndpointsCommand(filter)),
  ]);
  return [
    ...Models.map(({ ModelName }) => `model ${ModelName}`),
    ...EndpointConfigs.map(({ EndpointConfigName }) => `config ${EndpointConfigName}`),
    ...Endpoints.map(({ EndpointName }) => `endpoint ${EndpointName}`),
  ].sort();
}

test("a model that only the selected endpoints use goes with them", async () => {
  await createEndpoint(client, "pair-a");
  await createConfig(client, "pair-b", "pair-a");
  await client.send(new CreateEndpointCommand({ EndpointName: "pair-b", EndpointConfigName: "pair-b" }));
  await untilStatus(client, "pair-a", "InService");
  await untilStatus(client, "pair-b", "InService");
  forgetReads(workspace.id);

  expect((await previewDeletion(workspace, "pair-a")).models[0]?.keptBecause).toBe(
    "The endpoint pair-b still uses it.",
  );
  const previews = await previewDeletions(workspace, ["pair-a", "pair-b", "pair-none"]);
  expect(previews.map(({ preview }) => preview?.models)).toStrictEqual([
    [{ name: "pair-a", keptBecause: null, neededBy: ["pair-a"] }],
    [{ name: "pair-a", keptBecause: null, neededBy: ["pair-b"] }],
    undefined,
  ]);
  expect(previews[2]?.problem).toMatchObject({ code: "not-found" });

  const inputs = previews.flatMap(({ preview }) => (preview ? [chosenDeletion(preview)] : []));
  const gone = { name: "pair-none", config: false, models: [], alarms: [] };
  const begun = await removeEndpoints(workspace, member, [...inputs, gone]);
  expect(begun[2]).toMatchObject({ operationId: null, problem: { code: "not-found" } });
  for (const { operationId } of begun.slice(0, 2)) {
    expect(await operationAfter(workspace, operationId ?? "", 30_000)).toMatchObject({ status: "succeeded" });
  }
  expect(await inventory("pair-")).toStrictEqual([]);
});

test("configs that ran before go too with their models, unless somebody keeps them", async () => {
  await createEndpoint(client, "old-1");
  await untilStatus(client, "old-1", "InService");
  forgetReads(workspace.id);
  await readEndpoint(workspace, "old-1"); // as somebody who looks at its page
  await createModel(client, "old-2");
  await createConfig(client, "old-2", "old-2");
  await client.send(new UpdateEndpointCommand({ EndpointName: "old-1", EndpointConfigName: "old-2" }));
  await vi.waitFor(async () => {
    emulator.clock.advance(60_000);
    forgetReads(workspace.id);
    expect(await describeEndpoint(workspace, "old-1")).toMatchObject({ status: "InService", configName: "old-2" });
  }, 30_000);

  const preview = await previewDeletion(workspace, "old-1");
  expect(preview).toMatchObject({ config: { name: "old-2" }, earlier: [{ name: "old-1", keptBecause: null }] });
  expect(preview.models.map(({ name }) => name)).toStrictEqual(["old-2", "old-1"]);
  // Who keeps the config keeps its model.
  expect(chosenDeletion(preview, [partKey("config", "old-1")])).toMatchObject({
    config: true,
    earlier: [],
    models: ["old-2"],
  });
  await expect(removeEndpoint(workspace, member, { ...chosenDeletion(preview), earlier: [] })).rejects.toMatchObject({
    message: "old-1 cannot be deleted. The endpoint config old-1, which stays, uses it.",
  });
  const result = await removeEndpoint(workspace, member, chosenDeletion(preview));
  expect(result).toMatchObject({ remaining: [], problem: null });
  expect(result.staying).toStrictEqual([{ label: "log group /aws/sagemaker/Endpoints/old-1", why: null }]);
  expect(await inventory("old-")).toStrictEqual([]);
});

test("a model that a config without an endpoint names stays, and the config is named", async () => {
  await createEndpoint(client, "spare");
  await createConfig(client, "spare-for-later", "spare");
  await untilStatus(client, "spare", "InService");
  forgetReads(workspace.id);
  const preview = await previewDeletion(workspace, "spare");
  expect(preview.models[0]?.keptBecause).toBe("The endpoint config spare-for-later still uses it.");
  const { staying } = await removeEndpoint(workspace, member, chosenDeletion(preview));
  expect(staying[0]).toStrictEqual({
    label: "model spare",
    why: "The endpoint config spare-for-later still uses it.",
  });
  expect(await inventory("spare")).toStrictEqual(["config spare-for-later", "model spare"]);
});

test("a shared part is left to the last of its endpoints, which waits for the others", () => {
  const input = (name: string, models: string[]) => ({ name, config: true, earlier: [], models, alarms: [] });
  const [a, b, c] = [input("a", ["m", "own"]), input("b", ["m"]), input("c", ["other"])];
  expect(shareOf(a, [], [b, c])).toStrictEqual({ own: input("a", ["own"]), after: [] });
  expect(shareOf(b, [a], [c])).toStrictEqual({ own: b, after: ["a"] });
  expect(shareOf(c, [a, b], [])).toStrictEqual({ own: c, after: [] });
});

test("tags are put on and taken off several endpoints, and one that is not there is told", async () => {
  const { EndpointArn } = await createEndpoint(client, "tagged");
  const change = { names: ["tagged", "absent"], remove: [] };
  const failed = await changeTags(workspace, {
    ...change,
    add: [
      { key: "team", value: "nlp" },
      { key: "x", value: "" },
    ],
  });
  expect(failed).toMatchObject([{ name: "absent", problem: { code: "not-found" } }]);
  await changeTags(workspace, { names: ["tagged"], add: [{ key: "team", value: "search" }], remove: ["x"] });
  const { Tags } = await client.send(new ListTagsCommand({ ResourceArn: EndpointArn }));
  expect(Tags).toStrictEqual([{ Key: "team", Value: "search" }]);
});
