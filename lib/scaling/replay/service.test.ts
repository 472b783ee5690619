import { ApplicationAutoScalingClient, PutScheduledActionCommand } from "@aws-sdk/client-application-auto-scaling";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { instantInference } from "@/emulator/testing/held-inference";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import type { Workspace } from "@/lib/workspaces/view";

import { fidelityOf, prepare, runSettings } from "./run";
import { readReplayHistory } from "./service";

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
const TARGET = {
  ServiceNamespace: "sagemaker" as const,
  ResourceId: "endpoint/sample-traffic/variant/AllTraffic",
  ScalableDimension: "sagemaker:variant:DesiredInstanceCount" as const,
};
let emulator: TestEmulator;

beforeAll(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  vi.stubEnv("EMULATOR_URL", emulator.url);
  const laidOut = await fetch(`${emulator.url}/_emulator/scenarios`, {
    method: "POST",
    body: JSON.stringify({ name: "sample-traffic" }),
  });
  expect(laidOut.ok).toBe(true);
  await new ApplicationAutoScalingClient(emulator.sdk).send(
    new PutScheduledActionCommand({
      ...TARGET,
      ScheduledActionName: "new-year",
      Schedule: "at(2027-01-01T00:00:00)",
      ScalableTargetAction: { MinCapacity: 2 },
    }),
  );
});
afterAll(() => emulator.close());

const calls = async (): Promise<Record<string, number>> =>
  (await (await fetch(`${emulator.url}/_emulator/calls`)).json()).calls;

test("two weeks of minutes, what scales and what it costs come with one call for metrics, and agree with what was", async () => {
  await fetch(`${emulator.url}/_emulator/calls`, { method: "DELETE" });
  const now = emulator.clock.now();
  const history = await readReplayHistory(workspace, "sample-traffic", { variant: "AllTraffic", span: "14d" }, now);
  const asked = Object.entries(await calls());
  // One for the traffic; the other tells how the endpoint stands, and is shared with the rest of the Scaling tab.
  expect(asked.filter(([name]) => name.includes("GetMetricData"))).toEqual([["cloudwatch GetMetricData", 2]]);
  expect(history).toMatchObject({ metricCalls: 1, isSample: true, leftOut: [], instances: 2 });
  expect(history.minutes).toBeGreaterThan(14 * 1_440 - 10);
  expect(history.settings).toMatchObject({ min: 1, max: 4, policies: [{ name: "sample-traffic", target: 9 }] });
  expect(history.settings?.actions).toMatchObject([{ name: "new-year", min: 2, max: null }]);
  expect(history.startUp).toStrictEqual({ minutes: 5, measuredOn: 0 });
  expect(history.price?.usdPerHour).toBeGreaterThan(0);
  const prepared = prepare(history);
  const fidelity = fidelityOf(runSettings(prepared, prepared.settings, 4).running, history.actual);
  expect((fidelity?.equalMinutes ?? 0) / (fidelity?.comparedMinutes ?? 1)).toBeGreaterThan(0.99);
});

test("a variant that is not there is said so", async () => {
  await expect(
    readReplayHistory(workspace, "sample-traffic", { variant: "Other", span: "6h" }, emulator.clock.now()),
  ).rejects.toMatchObject({ code: "not-found" });
});
