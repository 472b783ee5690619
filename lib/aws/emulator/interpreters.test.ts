import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { needs } from "@/emulator/testing/needs";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";

import { forgetReads } from "../read-cache";
import { readInterpreters } from "./interpreters";

let emulator: TestEmulator;
let isOpen = true;
beforeAll(async () => {
  emulator = await startTestEmulator();
  vi.stubEnv("EMULATOR_URL", emulator.url);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  if (isOpen) await emulator.close();
});
beforeEach(() => forgetReads(local.id));

const local = { id: "local", region: "us-east-1", isEmulator: true, endpointUrl: null, roleArn: null };

test("the machine's interpreter and modules are read from the emulator, once for a minute", async (context) => {
  await needs(context, "Python", "python3", "--version");
  const machine = await readInterpreters(local, ["json", "no_such_module"]);
  expect(machine).toStrictEqual({
    runsScripts: true,
    python3: { version: expect.stringMatching(/^3\./), modules: { json: true, no_such_module: false } },
  });
  expect(await readInterpreters(local, ["json", "no_such_module"])).toBe(machine);
});

test("an emulator that does not answer is told as such", async () => {
  await emulator.close();
  isOpen = false;
  await expect(readInterpreters(local, ["json"])).rejects.toMatchObject({ code: "unavailable" });
});
