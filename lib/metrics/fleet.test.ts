import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateEndpointCommand, SageMakerClient, UpdateEndpointCommand } from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { type CountingProxy, startCountingProxy } from "@/emulator/testing/counting-proxy.ts";
import { instantInference } from "@/emulator/testing/held-inference.ts";
import { createConfig, createModel, ROLE, untilStatus } from "@/emulator/testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";
import { forgetReads } from "@/lib/aws/read-cache";
import type { Workspace } from "@/lib/workspaces/view";

import { readFleetMetrics } from "./fleet";
import { MetricsInput } from "./schema";

/** More than a hundred, and their series more than one GetMetricData takes: six each. */
const ENDPOINTS = 120;
const nameOf = (index: number) => `fleet-${String(index).padStart(3, "0")}`;

const root = mkdtempSync(join(tmpdir(), "console-fleet-"));
let emulator: TestEmulator;
let proxy: CountingProxy;
let workspace: Workspace;
let client: SageMakerClient;

beforeAll(async () => {
  vi.stubEnv("DATA_DIR", root);
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  emulator = await startTestEmulator({ inference: instantInference() });
  proxy = await startCountingProxy(emulator.url);
  client = new SageMakerClient(emulator.sdk);
  await createModel(client, "fleet");
  await createConfig(client, "fleet", "fleet");
  await createConfig(client, "fleet-next", "fleet");
  for (let index = 0; index < ENDPOINTS; index += 1)
    await client.send(new CreateEndpointCommand({ EndpointName: nameOf(index), EndpointConfigName: "fleet" }));
  for (let index = 0; index < ENDPOINTS; index += 1) await untilStatus(client, nameOf(index), "InService");
  workspace = {
    id: "fleet-test",
    label: "Test",
    region: emulator.sdk.region,
    isEmulator: false,
    endpointUrl: proxy.url,
    roleArn: null,
    executionRoleArn: ROLE,
    bucket: null,
  };
}, 120_000);

beforeEach(() => forgetReads("fleet-test"));

afterAll(async () => {
  client.destroy();
  await proxy.close();
  await emulator.close();
  rmSync(root, { recursive: true, force: true });
});

const OPERATIONS = ["ListEndpoints", "DescribeEndpoint", "DescribeEndpointConfig", "ListTags", "GetMetricData"];

/** One refresh of the dashboard, and the calls to AWS that it took. */
async function refresh() {
  const before = OPERATIONS.map((operation) => proxy.count(operation));
  const view = await readFleetMetrics(workspace, MetricsInput.parse({ range: "3h" }), emulator.clock.now());
  const calls = OPERATIONS.map((operation, index) => [operation, proxy.count(operation) - (before[index] ?? 0)]);
  return { view, calls: Object.fromEntries(calls) };
}

test("one refresh covers the fleet, and the next describes no endpoint again", async () => {
  const first = await refresh();
  expect(first.view.rows.map(({ name }) => name)).toStrictEqual(
    Array.from({ length: ENDPOINTS }, (_, index) => nameOf(index)),
  );
  expect(first.view.leftOut).toBe(0);
  const each = { ListEndpoints: 2, GetMetricData: 2 };
  // Only an emulator is asked for tags, which tell traffic that it made up.
  const asked = { DescribeEndpoint: ENDPOINTS, ListTags: ENDPOINTS, DescribeEndpointConfig: 1 };
  expect(first.calls).toStrictEqual({ ...each, ...asked });

  forgetReads("fleet-test");
  const second = await refresh();
  expect(second.view.rows).toHaveLength(ENDPOINTS);
  expect(second.calls).toStrictEqual({ ...each, DescribeEndpoint: 0, ListTags: 0, DescribeEndpointConfig: 0 });
});

test("an endpoint that was updated is described again, and no other", async () => {
  await refresh();
  emulator.clock.setTo(emulator.clock.now() + 60_000);
  await client.send(new UpdateEndpointCommand({ EndpointName: nameOf(7), EndpointConfigName: "fleet-next" }));
  await untilStatus(client, nameOf(7), "InService");
  forgetReads("fleet-test");
  expect((await refresh()).calls).toMatchObject({ DescribeEndpoint: 1, DescribeEndpointConfig: 1 });
});
