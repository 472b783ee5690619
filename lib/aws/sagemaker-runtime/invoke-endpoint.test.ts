import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { deployModel } from "@/emulator/testing/deploy-model";
import { type ScriptedInference, scriptedInference } from "@/emulator/testing/scripted-inference";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";

import { invokeEndpoint } from "./invoke-endpoint";

const target = { id: "local", region: "us-east-1", isEmulator: true, endpointUrl: null, roleArn: null };
let emulator: TestEmulator;
let inference: ScriptedInference;

beforeAll(async () => {
  inference = scriptedInference();
  emulator = await startTestEmulator({ inference });
  vi.stubEnv("EMULATOR_URL", emulator.url);
  await deployModel(emulator, "slow", [{ environment: {} }]);
});
afterAll(async () => {
  await emulator.close();
  vi.unstubAllEnvs();
});

test("a crowd of slow calls holds up nobody: each is at the container while the others wait for their answers", async () => {
  const crowd = Array.from({ length: 120 }, () =>
    invokeEndpoint(target, "slow", {
      body: Buffer.from('{"inputs":"good"}'),
      contentType: "application/json",
      accept: "application/json",
      signal: new AbortController().signal,
    }),
  );
  const calls = [];
  for (const _ of crowd) calls.push(await inference.next());
  for (const call of calls) call.end({ body: "[]" });
  for (const answer of await Promise.all(crowd)) expect(Buffer.from(answer.body).toString()).toBe("[]");
});
