import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  DescribeInferenceComponentCommand,
  ListEndpointsCommand,
  ListInferenceComponentsCommand,
  ListModelsCommand,
} from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { NO_DELAYS } from "@/emulator/behaviour.ts";
import { ContainerStartError, type ServingTarget } from "@/emulator/container/inference-host.ts";
import { type Emulator, startEmulator } from "@/emulator/server.ts";
import { instantInference } from "@/emulator/testing/held-inference.ts";
import { sagemakerClient } from "@/lib/aws/client";
import { describeAlarmOwners } from "@/lib/aws/cloudwatch/alarm-owners";
import { forgetReads } from "@/lib/aws/read-cache";
import { database } from "@/lib/db/database";
import { removeMade, retryOperation } from "@/lib/operations/service";
import { readSpecification } from "@/lib/specification/read";
import { COMPONENT_TOKEN, hostingEndpoint } from "@/lib/specification/testing/hosting-endpoint";
import type { AwsCall } from "@/lib/specification/view";
import { createFirstWorkspaces } from "@/lib/workspaces/first-workspaces";
import { requireWorkspace } from "@/lib/workspaces/service";
import type { Workspace } from "@/lib/workspaces/view";

import { listParked } from "./parked-store";
import { sendCalls } from "./send-call";
import { previewParking, readParkedCode } from "./service";
import { parkBench } from "./testing/park-bench";
import { keptInWords } from "./words";

vi.setConfig({ testTimeout: 60_000 });
// Each test works on its operations itself, so that none runs on after it.
vi.mock("@/lib/operations/sweeper", () => ({ wakeOperations: () => {}, resumeOperations: () => {} }));

const member = { id: "m", name: "mia", role: "operator" } as const;
const root = mkdtempSync(join(tmpdir(), "console-parking-components-"));
let emulator: Emulator;
let workspace: Workspace;
let bench: ReturnType<typeof parkBench>;
const inference = instantInference();
/** While it holds, no container of a component starts. */
let isSick = false;

async function start(target: ServingTarget): Promise<void> {
  if (isSick && target.component) throw new ContainerStartError("The container stopped.");
  return inference.start(target);
}

beforeAll(async () => {
  vi.stubEnv("DATA_DIR", root);
  emulator = await startEmulator({
    port: 0,
    dataDir: join(root, "emulator"),
    delays: NO_DELAYS,
    inference: { ...inference, start },
  });
  vi.stubEnv("EMULATOR_URL", emulator.url);
  await createFirstWorkspaces();
  workspace = await requireWorkspace("local");
  bench = parkBench(workspace);
});
afterAll(async () => {
  await emulator.close();
  rmSync(root, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

/** Makes the endpoint, then its components, takes copies away, then scales and watches them. */
async function make(name: string): Promise<AwsCall[]> {
  const calls = hostingEndpoint(name);
  const isOf = (pattern: RegExp) => (call: AwsCall) => pattern.test(call.operation);
  await bench.make(calls.filter(isOf(/^Create(Model|Endpoint|EndpointConfig)$/)), name);
  await sendCalls(workspace, calls.filter(isOf(/^CreateInferenceComponent$/)));
  for (const component of [`${name}-mood`, `${name}-own`]) await untilSettled(component);
  await sendCalls(workspace, calls.filter(isOf(/^UpdateInferenceComponent/)));
  await untilSettled(`${name}-mood`);
  await sendCalls(
    workspace,
    calls.filter(({ service }) => service !== "sagemaker"),
  );
  forgetReads(workspace.id);
  return calls;
}

async function untilSettled(component: string): Promise<void> {
  await vi.waitFor(async () => {
    const command = new DescribeInferenceComponentCommand({ InferenceComponentName: component });
    const { InferenceComponentStatus, RuntimeConfig } = await sagemakerClient(workspace).send(command);
    expect(InferenceComponentStatus).toBe("InService");
    expect(RuntimeConfig?.CurrentCopyCount).toBe(RuntimeConfig?.DesiredCopyCount);
  }, 20_000);
}

/** What stands of an endpoint that was called so. */
async function standing(name: string) {
  const client = sagemakerClient(workspace);
  const filter = { NameContains: name };
  const { InferenceComponents = [] } = await client.send(new ListInferenceComponentsCommand(filter));
  const { Endpoints = [] } = await client.send(new ListEndpointsCommand(filter));
  const { Models = [] } = await client.send(new ListModelsCommand(filter));
  return {
    components: InferenceComponents.map(({ InferenceComponentName }) => InferenceComponentName).sort(),
    endpoints: Endpoints.map(({ EndpointName }) => EndpointName),
    models: Models.map(({ ModelName }) => ModelName),
    alarms: (await describeAlarmOwners(workspace, [`${name}-mood-asked`, `${name}-own-5xx`])).length,
  };
}
const NOTHING = { components: [], endpoints: [], models: [], alarms: 0 };

test("an endpoint with components has them again after a restore, field by field, and no token is in the open", async () => {
  const calls = await make("round");
  const before = await readSpecification(workspace, "round");
  expect(before.calls).toStrictEqual(calls);

  const { summary, going } = await previewParking(workspace, "round");
  expect(summary).toMatchObject({
    variants: [{ model: "round-mood, round-own" }],
    components: [
      { name: "round-mood", model: "bundled/afinn-sentiment", copies: 0 },
      { name: "round-own", model: "bundled/afinn-sentiment", copies: 2 },
    ],
    scaledVariants: 0,
    scaledComponents: 2,
  });
  expect(keptInWords(summary)).toContain("2 inference components, with copies and environment");
  expect(keptInWords(summary)).toContain("Scaling of 2 components: 2 policies");
  expect(going.map(({ kind }) => kind)).toStrictEqual([
    "Inference component",
    "Inference component",
    "Endpoint",
    "Endpoint config",
    "Model",
    "Alarm",
    "Alarm",
  ]);

  const { operation, parked } = await bench.park("round");
  expect(operation).toMatchObject({ status: "succeeded", problem: null, existing: [] });
  expect(await standing("round")).toStrictEqual(NOTHING);
  const shown = [await readParkedCode(workspace, parked.id), parked, operation];
  expect(JSON.stringify(shown)).not.toContain(COMPONENT_TOKEN);
  const db = await database();
  for (const table of ["parked_endpoints", "operations", "audit"] as const) {
    expect(JSON.stringify(await db.selectFrom(table).selectAll().execute()), table).not.toContain(COMPONENT_TOKEN);
  }

  const restored = await bench.restore(parked);
  expect(restored).toMatchObject({ status: "succeeded", problem: null, summary: { left: [] } });
  expect(restored.steps.map(({ id }) => id)).toStrictEqual([
    "models",
    "endpoint-config",
    "endpoint",
    "in-service",
    "components",
    "components-in-service",
    "copies",
    "copies-settled",
    "scaling-and-alarms",
    "restored",
  ]);
  expect(await readSpecification(workspace, "round")).toStrictEqual(before);
  expect(await listParked(workspace.id)).toStrictEqual([]);
});

test("a component whose container does not start is cleared away by a retry", async () => {
  await make("sick");
  const before = await readSpecification(workspace, "sick");
  const { parked } = await bench.park("sick");
  isSick = true;
  const failed = await bench.restore(parked);
  isSick = false;
  expect(failed).toMatchObject({ status: "failed", problem: { code: "invalid" } });
  expect(failed.steps.find(({ state }) => state === "failed")?.id).toBe("components-in-service");
  expect(failed.existing).toContainEqual({ kind: "inference-component", name: "sick-own" });
  await retryOperation(workspace, member, failed.id);
  expect(await bench.run(failed.id)).toMatchObject({ status: "succeeded", problem: null });
  expect(await readSpecification(workspace, "sick")).toStrictEqual(before);
});

test("what a failed restore made is taken back with its components, and can be restored anew", async () => {
  await make("back");
  const { parked } = await bench.park("back");
  isSick = true;
  const failed = await bench.restore(parked);
  isSick = false;
  await removeMade(workspace, member, failed.id);
  expect(await bench.run(failed.id)).toMatchObject({ status: "removed", existing: [] });
  expect(await standing("back")).toStrictEqual(NOTHING);
  expect(await bench.restore(parked)).toMatchObject({ status: "succeeded" });
});

test("a model that a component of another endpoint runs is kept", async () => {
  await make("first");
  await make("second");
  const [component] = hostingEndpoint("second").filter(({ operation }) => operation === "CreateInferenceComponent");
  if (!component) throw new Error("no component");
  const { Specification } = component.input as { Specification: object };
  const borrowed = { ...component.input, InferenceComponentName: "borrower" };
  await sendCalls(workspace, [
    { ...component, input: { ...borrowed, Specification: { ...Specification, ModelName: "first-mood" } } },
  ]);
  await untilSettled("borrower");
  const { staying } = await previewParking(workspace, "first");
  expect(staying[0]).toStrictEqual({ kind: "model", name: "first-mood", why: "The endpoint second still uses it." });

  const { parked } = await bench.park("first");
  expect(await standing("first")).toStrictEqual({ ...NOTHING, models: ["first-mood"] });
  const taken = { ...borrowed, InferenceComponentName: "first-own" };
  await sendCalls(workspace, [{ ...component, input: taken }]);
  await expect(bench.restore(parked)).rejects.toMatchObject({
    problem: { code: "conflict", message: "There is an inference component first-own already, on second." },
  });
});
