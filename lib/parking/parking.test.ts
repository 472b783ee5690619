import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  DeleteModelCommand,
  ListEndpointConfigsCommand,
  ListEndpointsCommand,
  ListModelsCommand,
} from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { NO_DELAYS } from "@/emulator/behaviour.ts";
import { type Emulator, startEmulator } from "@/emulator/server.ts";
import { instantInference } from "@/emulator/testing/held-inference.ts";
import { sagemakerClient } from "@/lib/aws/client";
import { describeAlarms } from "@/lib/aws/cloudwatch/alarms";
import { forgetReads } from "@/lib/aws/read-cache";
import { database } from "@/lib/db/database";
import { dismissOperation, removeMade, retryOperation } from "@/lib/operations/service";
import { readSpecification } from "@/lib/specification/read";
import { RICH_TOKEN, richEndpoint } from "@/lib/specification/testing/rich-endpoint";
import type { AwsCall } from "@/lib/specification/view";
import { createFirstWorkspaces } from "@/lib/workspaces/first-workspaces";
import { requireWorkspace } from "@/lib/workspaces/service";
import type { Workspace } from "@/lib/workspaces/view";

import { listParked } from "./parked-store";
import { sendCalls } from "./send-call";
import { discardParked, previewParking, readParkedCode } from "./service";
import { parkBench } from "./testing/park-bench";

vi.setConfig({ testTimeout: 60_000 });
// Each test works on its operations itself, so that none runs on after it.
vi.mock("@/lib/operations/sweeper", () => ({ wakeOperations: () => {}, resumeOperations: () => {} }));

const member = { id: "m", name: "mia", role: "operator" } as const;
const root = mkdtempSync(join(tmpdir(), "console-parking-"));
let emulator: Emulator;
let workspace: Workspace;
let bench: ReturnType<typeof parkBench>;
const make: typeof bench.make = (...given) => bench.make(...given);
const park: typeof bench.park = (...given) => bench.park(...given);
const restore: typeof bench.restore = (...given) => bench.restore(...given);
const run: typeof bench.run = (...given) => bench.run(...given);
const untilInService: typeof bench.untilInService = (...given) => bench.untilInService(...given);

beforeAll(async () => {
  vi.stubEnv("DATA_DIR", root);
  // With a running clock: what a restore made is told from others' by when it was made.
  emulator = await startEmulator({
    port: 0,
    dataDir: join(root, "emulator"),
    delays: NO_DELAYS,
    inference: instantInference(),
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

/** The rich endpoint under another name, with a shadow, data capture, a rollback alarm and a moved count besides. */
function calls(name: string): AwsCall[] {
  const renamed = JSON.parse(JSON.stringify(richEndpoint()).replaceAll("reviews", name)) as AwsCall[];
  for (const { operation, input } of renamed) {
    if (operation === "CreateEndpointConfig") {
      const variant = { ModelName: `${name}-green`, InitialInstanceCount: 1, InstanceType: "ml.m5.xlarge" };
      input.ProductionVariants = (input.ProductionVariants as object[]).slice(0, 1);
      input.ShadowProductionVariants = [{ ...variant, VariantName: "quiet", InitialVariantWeight: 1 }];
      input.DataCaptureConfig = {
        EnableCapture: true,
        InitialSamplingPercentage: 20,
        DestinationS3Uri: "s3://sagemaker-us-east-1-111122223333/captured",
        CaptureOptions: [{ CaptureMode: "Input" }],
      };
    }
    if (operation === "CreateEndpoint") {
      input.DeploymentConfig = { AutoRollbackConfiguration: { Alarms: [{ AlarmName: `${name}-5xx` }] } };
    }
    if (input.AlarmName === `${name}-5xx`) input.Tags = [{ Key: "team", Value: "nlp" }];
  }
  // A production variant with a shadow stands alone.
  return renamed.filter(
    ({ operation, input }) =>
      operation !== "UpdateEndpointWeightsAndCapacities" && !String(input.ResourceId).endsWith("/green"),
  );
}

async function inventory(name: string) {
  forgetReads(workspace.id);
  const client = sagemakerClient(workspace);
  const filter = { NameContains: name, MaxResults: 100 };
  const [models, configs, endpoints, alarms] = await Promise.all([
    client.send(new ListModelsCommand(filter)),
    client.send(new ListEndpointConfigsCommand(filter)),
    client.send(new ListEndpointsCommand(filter)),
    describeAlarms(workspace),
  ]);
  return {
    models: (models.Models ?? []).map(({ ModelName }) => ModelName).sort(),
    configs: (configs.EndpointConfigs ?? []).map(({ EndpointConfigName }) => EndpointConfigName),
    endpoints: (endpoints.Endpoints ?? []).map(({ EndpointName }) => EndpointName),
    alarms: alarms.alarms.filter(({ endpoint }) => endpoint === name).map((alarm) => alarm.name),
  };
}
const NOTHING = { models: [], configs: [], endpoints: [], alarms: [] };

test("an endpoint that was parked and restored has the specification that it had, field by field", async () => {
  const wanted = calls("round");
  await make(wanted, "round");
  const before = await readSpecification(workspace, "round");
  expect(before.calls).toStrictEqual(wanted);

  const { summary, going } = await previewParking(workspace, "round");
  expect(summary).toMatchObject({ scaledVariants: 1, policies: 1, schedules: 1, hasDataCapture: true });
  expect(summary.usdPerHour).toBeGreaterThan(0);
  expect(going.map(({ kind }) => kind)).toStrictEqual([
    "Endpoint",
    "Endpoint config",
    "Model",
    "Model",
    "Alarm",
    "Alarm",
  ]);

  const { operation, parked } = await park("round");
  expect(operation).toMatchObject({ status: "succeeded", problem: null });
  expect(parked.state).toBe("parked");
  expect(await inventory("round")).toStrictEqual(NOTHING);
  await expect(readSpecification(workspace, "round")).rejects.toMatchObject({ code: "not-found" });

  expect(await restore(parked)).toMatchObject({ status: "succeeded", problem: null, summary: { left: [] } });
  expect(await readSpecification(workspace, "round")).toStrictEqual(before);
  expect(await listParked(workspace.id)).toStrictEqual([]);
});

test("weights and counts of instances that were moved are moved again", async () => {
  const wanted = JSON.parse(JSON.stringify(richEndpoint()).replaceAll("reviews", "moved")) as AwsCall[];
  const own = wanted.filter(({ service }) => service === "sagemaker");
  const [move] = own.filter(({ operation }) => operation === "UpdateEndpointWeightsAndCapacities");
  const moves = [
    { VariantName: "blue", DesiredInstanceCount: 2 },
    { VariantName: "green", DesiredWeight: 2 },
  ];
  await sendCalls(
    workspace,
    own.filter((call) => call !== move),
  );
  await untilInService("moved");
  await sendCalls(workspace, [
    {
      service: "sagemaker",
      operation: "UpdateEndpointWeightsAndCapacities",
      input: { EndpointName: "moved", DesiredWeightsAndCapacities: moves },
    },
  ]);
  await untilInService("moved");
  const before = await readSpecification(workspace, "moved");
  expect(before.calls.at(-1)?.input.DesiredWeightsAndCapacities).toStrictEqual(moves);
  const { parked } = await park("moved");
  expect(await restore(parked)).toMatchObject({ status: "succeeded", problem: null });
  expect(await readSpecification(workspace, "moved")).toStrictEqual(before);
});

test("a token in the environment is in no row of the database and in nothing that is shown", async () => {
  await make(calls("sealed"), "sealed");
  const { parked } = await park("sealed");
  const shown = await readParkedCode(workspace, parked.id);
  expect(JSON.stringify([shown, parked])).not.toContain(RICH_TOKEN);
  const db = await database();
  const tables = ["parked_endpoints", "operations", "audit"] as const;
  for (const table of tables) {
    expect(JSON.stringify(await db.selectFrom(table).selectAll().execute()), table).not.toContain(RICH_TOKEN);
  }
});

test("a model that another endpoint uses is kept, and used again when it is still the same", async () => {
  await make(calls("shared"), "shared");
  const twin = { VariantName: "all", ModelName: "shared-blue", InitialInstanceCount: 1, InstanceType: "ml.m5.xlarge" };
  await sendCalls(workspace, [
    {
      service: "sagemaker",
      operation: "CreateEndpointConfig",
      input: { EndpointConfigName: "twin", ProductionVariants: [twin] },
    },
    { service: "sagemaker", operation: "CreateEndpoint", input: { EndpointName: "twin", EndpointConfigName: "twin" } },
  ]);
  await untilInService("twin");
  const before = await readSpecification(workspace, "shared");
  const { staying } = await previewParking(workspace, "shared");
  expect(staying[0]).toStrictEqual({ kind: "model", name: "shared-blue", why: "The endpoint twin still uses it." });

  const { parked } = await park("shared");
  expect(await inventory("shared")).toStrictEqual({ ...NOTHING, models: ["shared-blue"] });
  expect(await restore(parked)).toMatchObject({ status: "succeeded" });
  expect(await readSpecification(workspace, "shared")).toStrictEqual(before);
});

test("a name that somebody took meanwhile is said before anything is made, and afterwards nothing of theirs is touched", async () => {
  await make(calls("taken"), "taken");
  const { parked } = await park("taken");
  const other = calls("taken").filter(({ operation }) => operation.startsWith("Create"));
  await sendCalls(workspace, other);
  await untilInService("taken");
  await expect(restore(parked)).rejects.toMatchObject({
    problem: { code: "conflict", message: "There is an endpoint taken already." },
  });
  expect((await listParked(workspace.id)).some(({ id, state }) => id === parked.id && state === "parked")).toBe(true);
  await discardParked(workspace, { id: parked.id, name: "taken" });
  expect((await listParked(workspace.id)).some(({ id }) => id === parked.id)).toBe(false);
});

test("a model of the same name that is another one stops the restore, which can be retried or taken back", async () => {
  await make(calls("differs"), "differs");
  const before = await readSpecification(workspace, "differs");
  const { parked } = await park("differs");
  const [model] = calls("differs");
  if (!model) throw new Error("no model");
  const image = { ...(model.input.PrimaryContainer as object), Environment: { HF_MODEL_ID: "bundled/other" } };
  await sendCalls(workspace, [{ ...model, input: { ...model.input, PrimaryContainer: image } }]);
  const failed = await restore(parked);
  expect(failed).toMatchObject({ status: "failed", problem: { code: "conflict" } });
  expect(failed.problem?.message).toContain("a model differs-blue already");

  await removeMade(workspace, member, failed.id);
  expect(await run(failed.id)).toMatchObject({ status: "removed" });
  expect(await inventory("differs")).toMatchObject({ models: ["differs-blue"], endpoints: [] });
  await sagemakerClient(workspace).send(new DeleteModelCommand({ ModelName: "differs-blue" }));
  expect(await restore(parked)).toMatchObject({ status: "succeeded" });
  expect(await readSpecification(workspace, "differs")).toStrictEqual(before);
});

test("a restore whose container does not start is retried with the failed endpoint cleared away", async () => {
  await make(calls("sick"), "sick");
  const before = await readSpecification(workspace, "sick");
  const { parked } = await park("sick");
  await rehearse("health-check-failure");
  const failed = await restore(parked);
  await rehearse("normal");
  expect(failed.status).toBe("failed");
  expect((await listParked(workspace.id)).find(({ id }) => id === parked.id)?.state).toBe("failed");
  await retryOperation(workspace, member, failed.id);
  expect(await run(failed.id)).toMatchObject({ status: "succeeded" });
  expect(await readSpecification(workspace, "sick")).toStrictEqual(before);
});

test("a failed restore that is left as it is can be restored anew", async () => {
  await make(calls("left"), "left");
  const { parked } = await park("left");
  await rehearse("health-check-failure");
  const failed = await restore(parked);
  await rehearse("normal");
  await removeMade(workspace, member, failed.id);
  expect(await run(failed.id)).toMatchObject({ status: "removed", existing: [] });
  await expect(dismissOperation(workspace, failed.id)).rejects.toMatchObject({ code: "conflict" });
  expect(await inventory("left")).toStrictEqual(NOTHING);
  expect(await restore(parked)).toMatchObject({ status: "succeeded" });
});

async function rehearse(name: string): Promise<void> {
  const body = JSON.stringify({ name });
  const answer = await fetch(`${emulator.url}/_emulator/scenarios`, { method: "POST", body });
  expect(answer.ok, await answer.text()).toBe(true);
}
