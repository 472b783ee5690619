import { CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import type { Workspace } from "@/lib/workspaces/view";

import { readSetupTimes } from "./setup-times";

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

beforeAll(async () => {
  emulator = await startTestEmulator();
  vi.stubEnv("EMULATOR_URL", emulator.url);
});
afterAll(() => emulator.close());

/** Lays out a start of an environment as SageMaker publishes it. */
async function startedAt(iso: string, microseconds: number): Promise<void> {
  await new CloudWatchClient(emulator.sdk).send(
    new PutMetricDataCommand({
      Namespace: "AWS/SageMaker",
      MetricData: [
        {
          MetricName: "ModelSetupTime",
          Dimensions: [
            { Name: "EndpointName", Value: "sleepy" },
            { Name: "VariantName", Value: "AllTraffic" },
          ],
          Timestamp: new Date(iso),
          Value: microseconds,
          Unit: "Microseconds",
        },
      ],
    }),
  );
}

/** A whole minute of the emulator's clock, some minutes ago. */
function minute(offset: number, second: number): string {
  const base = Math.floor(emulator.clock.now() / 60_000) * 60_000 - 10 * 60_000;
  return new Date(base + offset * 60_000 + second * 1_000).toISOString();
}

const ask = (at: string, ms: number, variant = "AllTraffic") =>
  readSetupTimes(workspace, "sleepy", { variant, at, ms });

test("the starts of the minutes that a call took are found, in milliseconds", async () => {
  await startedAt(minute(0, 5), 2_100_000);
  await startedAt(minute(0, 40), 9_000_000);
  await startedAt(minute(1, 10), 4_000_000);
  expect(await ask(minute(0, 20), 500)).toStrictEqual({ shortestMs: 2_100, longestMs: 9_000 });
  expect(await ask(minute(1, 10), 500)).toStrictEqual({ shortestMs: 4_000, longestMs: 4_000 });
  // From the first minute into the second.
  expect(await ask(minute(0, 58), 12_000)).toStrictEqual({ shortestMs: 2_100, longestMs: 9_000 });
});

test("a minute or a variant without a start has none", async () => {
  expect(await ask(minute(3, 0), 500)).toBeNull();
  expect(await ask(minute(0, 20), 500, "Other")).toBeNull();
});
