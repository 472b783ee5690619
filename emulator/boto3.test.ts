import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { needs } from "./testing/needs.ts";
import { startTestEmulator, type TestEmulator } from "./testing/start-test-emulator.ts";

const CHECKS = fileURLToPath(new URL("testing/emulator_checks.py", import.meta.url));

let emulator: TestEmulator;
beforeAll(async () => {
  emulator = await startTestEmulator();
});
afterAll(() => emulator.close());

test("boto3 deploys a model, asks it, reads its metrics and logs, and deletes it", {
  timeout: 180_000,
}, async (context) => {
  await needs(context, "boto3", "python3", "-c", "import boto3");
  const { stdout } = await promisify(execFile)("python3", [CHECKS, emulator.url, String(emulator.clock.now())]);
  expect(stdout).toBe("ok\n");
});
