import { NextRequest } from "next/server";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { POST } from "@/app/api/workspaces/[workspace]/endpoints/[name]/invocations-response-stream/route";
import { deployModel } from "@/emulator/testing/deploy-model";
import { type Relay, startRelay } from "@/emulator/testing/relay";
import { type ScriptedInference, scriptedInference } from "@/emulator/testing/scripted-inference";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";

import { readFrames, type StreamFrame } from "./frames";

const later: Promise<unknown>[] = [];
const remembered: unknown[] = [];

// What Next does around a handler. Who may call it is tested through HTTP, for every route at once.
vi.mock("next/server", async (original) => ({
  ...(await original<object>()),
  after: (task: () => Promise<unknown>) => later.push(task()),
}));
vi.mock("@/lib/http/authed-route", () => ({
  workspaceRoute: async (_permission: string, _ctx: unknown, run: (context: unknown) => Promise<Response>) => {
    const workspace = { id: "local", region: "us-east-1", isEmulator: true, endpointUrl: null, roleArn: null };
    return run({ member: { id: "ada", name: "ada", role: "tester" }, workspace });
  },
}));
vi.mock("@/lib/playground/service", () => ({ rememberCall: async (call: unknown) => remembered.push(call) }));

let emulator: TestEmulator;
let inference: ScriptedInference;
let relay: Relay;

beforeAll(async () => {
  inference = scriptedInference();
  emulator = await startTestEmulator({ inference });
  relay = await startRelay(emulator.url);
  vi.stubEnv("EMULATOR_URL", relay.url);
  await deployModel(emulator, "talker", [{ name: "Blue", environment: {} }]);
});
beforeEach(() => {
  later.length = 0;
  remembered.length = 0;
});
afterAll(async () => {
  await relay.close();
  await emulator.close();
});

function post(signal: AbortSignal, headers: Record<string, string> = {}) {
  const request = new NextRequest("http://console/x", {
    method: "POST",
    body: '{"stream":true}',
    headers: { "content-type": "application/json", ...headers },
    signal,
  });
  return POST(request, { params: Promise.resolve({ workspace: "local", name: "talker" }) });
}

function framesIn(response: Response): AsyncGenerator<StreamFrame, void> {
  if (!response.body) throw new Error("The response has no body.");
  return readFrames(response.body.pipeThrough(new TextDecoderStream()));
}

const next = async (frames: AsyncGenerator<StreamFrame, void>) => (await frames.next()).value;

test("pieces go on as the container makes them, the call options to AWS, and the whole to the history", async () => {
  const asked = post(new AbortController().signal, { "x-target-variant": "Blue", "x-custom-attributes": "trace-7" });
  const call = await inference.next();
  expect(call.request.customAttributes).toBe("trace-7");
  call.part("One");
  const response = await asked;
  expect(response.headers.get("cache-control")).toBe("no-store, no-transform");
  const frames = framesIn(response);
  expect(await next(frames)).toMatchObject({ start: { variant: "Blue" } });
  expect(await next(frames)).toStrictEqual({ text: "One" });
  call.part(" two");
  expect(await next(frames)).toStrictEqual({ text: " two" });
  call.end();
  expect(await next(frames)).toMatchObject({ end: { bytes: 7 } });
  await Promise.all(later);
  expect(remembered).toMatchObject([{ endpoint: "talker", variant: "Blue", outcome: { answer: {} } }]);
});

test("a browser that goes away ends the call to AWS", async () => {
  const browser = new AbortController();
  const asked = post(browser.signal);
  (await inference.next()).part("Half");
  const frames = framesIn(await asked);
  await next(frames);
  await next(frames);
  const closed = relay.untilClosed();
  browser.abort();
  await closed;
});

test("a reader who cancels the body ends the call to AWS while it waits for its next piece", async () => {
  const asked = post(new AbortController().signal);
  (await inference.next()).part("Half");
  const response = await asked;
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.read();
  const closed = relay.untilClosed();
  await reader?.cancel();
  await closed;
  await Promise.all(later);
  expect(remembered).toStrictEqual([]);
});

test("a browser that goes away before the first piece ends the call too", async () => {
  const browser = new AbortController();
  const asked = post(browser.signal);
  await inference.next();
  const closed = relay.untilClosed();
  browser.abort();
  await expect(asked).rejects.toThrow("The call was cancelled.");
  await closed;
  expect(later).toStrictEqual([]);
});

test("an answer that breaks off ends with the problem, and the history has it", async () => {
  const asked = post(new AbortController().signal);
  const call = await inference.next();
  call.part("Half");
  const frames = framesIn(await asked);
  await next(frames);
  await next(frames);
  call.end({ status: 500, body: "shard is gone" });
  expect(await next(frames)).toMatchObject({ problem: { message: "The container broke off its answer." } });
  await frames.next();
  await Promise.all(later);
  expect(remembered).toMatchObject([{ outcome: { problem: { awsCode: "ModelStreamError" } } }]);
});
