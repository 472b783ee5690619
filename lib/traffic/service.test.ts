import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ApplicationAutoScalingClient, RegisterScalableTargetCommand } from "@aws-sdk/client-application-auto-scaling";
import { CreateEndpointCommand, CreateEndpointConfigCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { type CountingProxy, startCountingProxy } from "@/emulator/testing/counting-proxy.ts";
import { instantInference } from "@/emulator/testing/held-inference.ts";
import { createModel, ROLE, untilStatus } from "@/emulator/testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";
import { ListActivityInput } from "@/lib/audit/schema";
import { listActivity } from "@/lib/audit/service";
import { forgetReads } from "@/lib/aws/read-cache";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { operationAfter } from "@/lib/operations/service";
import { insertWorkspace } from "@/lib/workspaces/service";
import type { Workspace } from "@/lib/workspaces/view";

import { planSplit } from "./plan-split";
import type { VariantWish } from "./schema";
import { splitTraffic } from "./service";

const member = { id: "m", name: "mia", role: "operator" } as const;
const root = mkdtempSync(join(tmpdir(), "console-traffic-"));
const NAME = "shared";
const CALL = "UpdateEndpointWeightsAndCapacities";
let emulator: TestEmulator;
let proxy: CountingProxy;
let workspace: Workspace;

beforeAll(async () => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  vi.stubEnv("DATA_DIR", root);
  emulator = await startTestEmulator({ inference: instantInference() });
  proxy = await startCountingProxy(emulator.url);
  const place = { id: "test", label: "Test", region: emulator.sdk.region, bucket: null };
  workspace = { ...place, isEmulator: false, endpointUrl: proxy.url, roleArn: null, executionRoleArn: ROLE };
  await insertWorkspace({
    ...place,
    is_emulator: 0,
    endpoint_url: proxy.url,
    role_arn: null,
    execution_role_arn: ROLE,
  });
  const client = new SageMakerClient(emulator.sdk);
  await createModel(client, NAME);
  const machine = { ModelName: NAME, InstanceType: "ml.m5.xlarge", InitialInstanceCount: 1 } as const;
  const ProductionVariants = ["blue", "green"].map((VariantName) => ({ ...machine, VariantName }));
  await client.send(new CreateEndpointConfigCommand({ EndpointConfigName: NAME, ProductionVariants }));
  await client.send(new CreateEndpointCommand({ EndpointName: NAME, EndpointConfigName: NAME }));
  await untilStatus(client, NAME, "InService");
  client.destroy();
}, 60_000);

afterAll(async () => {
  await proxy.close();
  await emulator.close();
  rmSync(root, { recursive: true, force: true });
});

const wishOf = (blue: [percent: number, instances: number | null], green: typeof blue): VariantWish[] => [
  { name: "blue", percent: blue[0], instances: blue[1] },
  { name: "green", percent: green[0], instances: green[1] },
];

async function endpoint() {
  forgetReads(workspace.id);
  return describeEndpoint(workspace, NAME);
}

async function split(wish: VariantWish[], reviewed?: string) {
  const requests = planSplit(NAME, (await endpoint()).variants, wish);
  const id = randomUUID();
  await splitTraffic(workspace, member, { id, endpoint: NAME, wish, reviewed: reviewed ?? JSON.stringify(requests) });
  return operationAfter(workspace, id, 20_000);
}

test("weights go first, then each count, one change at a time until the endpoint is in service with all of it", async () => {
  const before = proxy.count(CALL);
  const operation = await split(wishOf([75, null], [25, 3]));
  expect(operation).toMatchObject({
    status: "succeeded",
    steps: [
      { title: "Weights", state: "done" },
      { title: "In service again" },
      { title: "Instances of green", state: "done" },
      { title: "In service again" },
    ],
  });
  expect(proxy.count(CALL) - before).toBe(2);
  const { status, variants } = await endpoint();
  expect([status, ...variants.map((each) => [each.name, each.currentWeight, each.currentInstances])]).toStrictEqual([
    "InService",
    ["blue", 75, 1],
    ["green", 25, 3],
  ]);
}, 40_000);

test("each request is in the audit with what it changed", async () => {
  const { items } = await listActivity(workspace.id, ListActivityInput.parse({}));
  expect(items.map(({ target, outcome }) => [target, outcome])).toStrictEqual([
    [`3 instances of green of endpoint ${NAME}`, "succeeded"],
    [`weight 75 of blue, weight 25 of green of endpoint ${NAME}`, "succeeded"],
  ]);
});

test("nothing is sent that nobody has reviewed, and nothing when there is nothing to change", async () => {
  const before = proxy.count(CALL);
  await expect(split(wishOf([10, null], [90, null]), "[]")).rejects.toMatchObject({ code: "conflict" });
  await expect(split(wishOf([75, null], [25, null]))).rejects.toMatchObject({ code: "invalid" });
  expect(proxy.count(CALL) - before).toBe(0);
});

test("a count that scaling would take back is refused, and weights are not", async () => {
  const client = new ApplicationAutoScalingClient(emulator.sdk);
  await client.send(
    new RegisterScalableTargetCommand({
      ServiceNamespace: "sagemaker",
      ResourceId: `endpoint/${NAME}/variant/green`,
      ScalableDimension: "sagemaker:variant:DesiredInstanceCount",
      MinCapacity: 1,
      MaxCapacity: 4,
    }),
  );
  client.destroy();
  await expect(split(wishOf([75, null], [25, 2]))).rejects.toMatchObject({
    code: "conflict",
    message: "The variant green is scaled automatically, 1 to 4.",
  });
  expect(await split(wishOf([40, null], [60, null]))).toMatchObject({ status: "succeeded" });
  expect((await endpoint()).variants.map(({ currentWeight }) => currentWeight)).toStrictEqual([40, 60]);
}, 40_000);
