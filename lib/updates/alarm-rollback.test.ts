import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CloudWatchClient, DescribeAlarmsCommand } from "@aws-sdk/client-cloudwatch";
import { DescribeEndpointCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import type { InferenceHost } from "@/emulator/container/inference-host.ts";
import { instantInference } from "@/emulator/testing/held-inference.ts";
import { createEndpoint } from "@/emulator/testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";
import { runOperation } from "@/lib/operations/runner";
import { getOperation } from "@/lib/operations/service";
import { createFirstWorkspaces } from "@/lib/workspaces/first-workspaces";
import { requireWorkspace } from "@/lib/workspaces/service";
import type { Workspace } from "@/lib/workspaces/view";

import { formFromRun } from "./from-run";
import { UpdateInput } from "./schema";
import { readUpdateStart, startUpdate } from "./service";
import type { StrategyInput } from "./strategy";
import { readUpdate } from "./update-store";

vi.setConfig({ testTimeout: 60_000 });
// Each test works on its operation itself, so that none runs on after it.
vi.mock("@/lib/operations/sweeper", () => ({ wakeOperations: () => {}, resumeOperations: () => {} }));

const member = { id: "m", name: "mia", role: "operator" } as const;
/** Longer than the minute that an alarm takes, so that the way back is seen. */
const DELAY = 120_000;
const BAKING = 600;
const root = mkdtempSync(join(tmpdir(), "console-alarm-rollback-"));

let emulator: TestEmulator;
let sagemaker: SageMakerClient;
let cloudwatch: CloudWatchClient;
let runtime: SageMakerRuntimeClient;
let workspace: Workspace;
/** While it holds, what is asked of any container fails. */
let isFailing = false;

const healthy = instantInference();
const inference: InferenceHost = {
  ...healthy,
  invoke: async (target, request, options) => {
    const answer = await healthy.invoke(target, request, options);
    return isFailing ? { ...answer, status: 500, body: Buffer.from("out of memory") } : answer;
  },
};

beforeAll(async () => {
  vi.stubEnv("DATA_DIR", root);
  emulator = await startTestEmulator({
    inference,
    delays: { endpointDelayMs: DELAY, deleteDelayMs: 0, trainingDelayMs: 0, coldStartMs: 0 },
  });
  vi.stubEnv("EMULATOR_URL", emulator.url);
  sagemaker = new SageMakerClient(emulator.sdk);
  cloudwatch = new CloudWatchClient(emulator.sdk);
  runtime = new SageMakerRuntimeClient({ ...emulator.sdk, maxAttempts: 1 });
  await createFirstWorkspaces();
  workspace = await requireWorkspace("local");
});
afterAll(async () => {
  for (const client of [sagemaker, cloudwatch, runtime]) client.destroy();
  await emulator.close();
  rmSync(root, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

/** The endpoint's status, what the new fleet does, and its share of the traffic. */
async function stage(name: string) {
  const described = await sagemaker.send(new DescribeEndpointCommand({ EndpointName: name }));
  const [variant] = described.PendingDeploymentSummary?.ProductionVariants ?? [];
  return [described.EndpointStatus, variant?.VariantStatus?.[0]?.Status ?? null, variant?.CurrentWeight ?? null];
}

/** Reads once, so that what containers answered is kept, then lets time pass. */
async function pass(name: string, ms: number): Promise<void> {
  await stage(name);
  emulator.clock.advance(ms);
}

function invoke(name: string) {
  const command = new InvokeEndpointCommand({ EndpointName: name, ContentType: "application/json", Body: "{}" });
  return runtime.send(command);
}

async function alarmState(name: string) {
  const { MetricAlarms = [] } = await cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames: [name] }));
  return MetricAlarms.map(({ StateValue, StateReason }) => ({ state: StateValue, reason: StateReason }));
}

/** Begins an update to two instances that is watched for failing calls; `ended` resolves when its operation has. */
async function begin(name: string, strategy: Partial<StrategyInput>) {
  const { run } = await readUpdateStart(workspace, name);
  const form = formFromRun(name, run);
  const input = UpdateInput.parse({
    ...form,
    requestId: crypto.randomUUID(),
    stampedAt: "2026-01-15T09:00:00.000Z",
    variants: form.variants.map((variant) => ({ ...variant, instanceCount: 2 })),
    waitSeconds: BAKING,
    watchErrors: true,
    ...strategy,
  });
  const { id } = await startUpdate(input, workspace, member);
  return { id, ended: runOperation(id, "test") };
}

test.each([
  {
    strategy: "all-at-once" as const,
    baking: [["Updating", "Baking", 1]],
  },
  {
    strategy: "linear" as const,
    baking: [
      ["Updating", "Baking", 0.5],
      ["Updating", "Baking", 1],
    ],
  },
])("$strategy: an update whose calls fail while it bakes is taken back by its alarm", async ({ strategy, baking }) => {
  const name = `taken-back-${strategy}`;
  const alarm = `${name}-AllTraffic-update-errors`;
  await createEndpoint(sagemaker, name);
  await pass(name, DELAY);
  expect(await stage(name)).toStrictEqual(["InService", null, null]);

  const { id, ended } = await begin(name, { strategy, linearPercent: 50 });
  await vi.waitFor(async () => expect(await stage(name)).toStrictEqual(["Updating", "Creating", 0]), 10_000);
  await pass(name, DELAY);
  for (const [index, step] of baking.entries()) {
    if (index > 0) await pass(name, BAKING * 1000);
    expect(await stage(name)).toStrictEqual(step);
    await invoke(name);
    expect(await alarmState(alarm)).toMatchObject([{ state: "OK" }]);
  }

  isFailing = true;
  await expect(invoke(name)).rejects.toThrow("out of memory");
  isFailing = false;
  await pass(name, 61_000);
  expect(await alarmState(alarm)).toMatchObject([
    { state: "ALARM", reason: expect.stringContaining("Threshold Crossed") },
  ]);
  expect(await stage(name)).toStrictEqual(["RollingBack", "Deleting", 0]);
  await pass(name, DELAY);
  expect(await stage(name)).toStrictEqual(["InService", null, null]);

  await ended;
  const title = `Rolled back: the alarm ${alarm} went off.`;
  const reason = `The update was rolled back because the alarm "${alarm}" went into the ALARM state.`;
  expect(await getOperation(workspace, id)).toMatchObject({
    status: "failed",
    problem: { message: title, detail: { failureReason: reason } },
  });
  const update = await readUpdate(workspace.id, id);
  expect(update).toMatchObject({ fromConfig: name, requested: { variants: [{ instanceCount: 2 }] } });
  expect(update?.verdict).toStrictEqual({
    outcome: "rolled-back",
    reason,
    alarms: [alarm],
    rows: [{ variant: "AllTraffic", field: "Instances", requested: "2", actual: "1" }],
    decidedAt: expect.any(String),
  });
  const { EndpointConfigName } = await sagemaker.send(new DescribeEndpointCommand({ EndpointName: name }));
  expect(EndpointConfigName).toBe(name);
});
