import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { deployModel } from "@/emulator/testing/deploy-model";
import { type Relay, startRelay } from "@/emulator/testing/relay";
import { type ScriptedInference, scriptedInference } from "@/emulator/testing/scripted-inference";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";

import { invokeEndpointStream } from "./invoke-endpoint-stream";

const target = { id: "local", region: "us-east-1", isEmulator: true, endpointUrl: null, roleArn: null };
let emulator: TestEmulator;
let inference: ScriptedInference;
let relay: Relay;

beforeAll(async () => {
  inference = scriptedInference();
  emulator = await startTestEmulator({ inference });
  relay = await startRelay(emulator.url);
  vi.stubEnv("EMULATOR_URL", relay.url);
  await deployModel(emulator, "talker", [{ environment: {} }]);
});
afterAll(async () => {
  await relay.close();
  await emulator.close();
});

function stream(name = "talker", signal = new AbortController().signal) {
  const body = Buffer.from('{"inputs":"Hello"}');
  return invokeEndpointStream(target, name, { body, contentType: "application/json", accept: "*/*", signal });
}

const text = (part: IteratorResult<Uint8Array, void>) => Buffer.from(part.value ?? []).toString();

test("each piece is there before the container has made the next", async () => {
  const asked = stream();
  const call = await inference.next();
  call.part("One");
  const { parts, ...facts } = await asked;
  expect(facts).toStrictEqual({
    contentType: "text/event-stream",
    variant: "AllTraffic",
    requestId: expect.stringMatching(/^[\da-f-]{36}$/),
  });
  expect(text(await parts.next())).toBe("One");
  call.part(" two");
  expect(text(await parts.next())).toBe(" two");
  call.end();
  expect((await parts.next()).done).toBe(true);
  expect(call.request.body.toString()).toBe('{"inputs":"Hello"}');
});

test("a container that does not stream answers in one piece", async () => {
  const asked = stream();
  (await inference.next()).end({ body: '[{"generated_text":"Hello"}]' });
  const { parts, contentType } = await asked;
  expect(contentType).toBe("application/json");
  expect(text(await parts.next())).toBe('[{"generated_text":"Hello"}]');
  expect((await parts.next()).done).toBe(true);
});

test("a refusal before the first piece is told as that of any call", async () => {
  const asked = stream();
  (await inference.next()).end({ status: 400, body: '{"error":"inputs too odd"}' });
  await expect(asked).rejects.toMatchObject({
    problem: { code: "invalid", awsCode: "ModelError", message: "The model could not work with this input." },
  });
  await expect(stream("nobody")).rejects.toMatchObject({ problem: { code: "not-found" } });
});

test("a container that breaks off says so after what came, with its words", async () => {
  const asked = stream();
  const call = await inference.next();
  call.part("Half");
  call.end({ status: 500, body: "shard is gone" });
  const { parts } = await asked;
  expect(text(await parts.next())).toBe("Half");
  await expect(parts.next()).rejects.toMatchObject({
    problem: {
      code: "unavailable",
      message: "The container broke off its answer.",
      awsCode: "ModelStreamError",
      detail: { container: { status: null, type: "StreamBroken", message: "shard is gone" } },
    },
  });
});

test("a stream that SageMaker ends for its length says how long it may be", async () => {
  const asked = stream();
  const call = await inference.next();
  call.part("Long");
  call.end({ status: 0, body: "too long" });
  const { parts } = await asked;
  await parts.next();
  await expect(parts.next()).rejects.toThrow("The answer took longer than the 8 minutes");
});

test("a connection that is cut is told as one", async () => {
  const asked = stream();
  (await inference.next()).part("Half");
  const { parts } = await asked;
  await parts.next();
  relay.cut();
  await expect(parts.next()).rejects.toThrow("The connection to the endpoint was cut.");
});

test("cancelling ends the call to AWS, before the first piece and after it", async () => {
  const early = new AbortController();
  const asked = stream("talker", early.signal);
  await inference.next();
  const closedEarly = relay.untilClosed();
  early.abort();
  await expect(asked).rejects.toThrow("The call was cancelled.");
  await closedEarly;

  const late = new AbortController();
  const begun = stream("talker", late.signal);
  (await inference.next()).part("Half");
  const { parts } = await begun;
  await parts.next();
  const closedLate = relay.untilClosed();
  late.abort();
  await expect(parts.next()).rejects.toThrow("The call was cancelled.");
  await closedLate;
});

test("a reader who leaves ends the call to AWS", async () => {
  const asked = stream();
  (await inference.next()).part("Half");
  const { parts } = await asked;
  await parts.next();
  const closed = relay.untilClosed();
  await parts.return();
  await closed;
});
