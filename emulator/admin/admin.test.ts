import {
  CreateModelCommand,
  ListEndpointsCommand,
  ListModelsCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { instantInference } from "../testing/held-inference.ts";
import { needs } from "../testing/needs.ts";
import { createEndpoint, createModel, failureOf, statusOf } from "../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../testing/start-test-emulator.ts";

let emulator: TestEmulator;
let client: SageMakerClient;

beforeAll(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  client = new SageMakerClient({ ...emulator.sdk, maxAttempts: 1 });
});
afterAll(async () => {
  await emulator.close();
});
beforeEach(async () => {
  await call("POST", "reset");
});

async function call(method: string, path: string, body?: object): Promise<{ status: number; json: unknown }> {
  const init = { method, body: body && JSON.stringify(body) };
  const response = await fetch(`${emulator.url}/_emulator/${path}`, init);
  return { status: response.status, json: await response.json() };
}
const list = () => client.send(new ListModelsCommand({}));

test("health names the services", async () => {
  const { status, json } = await call("GET", "health");
  expect(status).toBe(200);
  expect(json).toMatchObject({ status: "ok", services: expect.arrayContaining(["sagemaker", "s3"]) });
});

test("calls are counted by operation, until the counts are forgotten", async () => {
  await call("DELETE", "calls");
  await list();
  await list();
  expect((await call("GET", "calls")).json).toStrictEqual({ calls: { "sagemaker ListModels": 2 } });
  await call("DELETE", "calls");
  expect((await call("GET", "calls")).json).toStrictEqual({ calls: {} });
});

test("reset forgets everything", async () => {
  await createModel(client, "m");
  expect((await list()).Models).toHaveLength(1);
  await call("POST", "reset");
  expect((await list()).Models).toStrictEqual([]);
});

test("the clock is read, put forward and set", async () => {
  const before = emulator.clock.now();
  await call("POST", "clock", { advanceMs: 5_000 });
  expect(emulator.clock.now()).toBe(before + 5_000);
  await call("POST", "clock", { setTo: "2027-01-01T00:00:00Z" });
  expect((await call("GET", "clock")).json).toStrictEqual({
    now: Date.UTC(2027, 0, 1),
    iso: "2027-01-01T00:00:00.000Z",
  });
  await call("POST", "clock", { setTo: before });
});

test("the interpreter is named with the modules that it finds", async (context) => {
  await needs(context, "Python", "python3", "--version");
  const { json } = await call("GET", "interpreters?modules=json,no_such_module");
  expect(json).toStrictEqual({
    runsScripts: true,
    python3: { version: expect.stringMatching(/^3\.\d+\.\d+/), modules: { json: true, no_such_module: false } },
  });
  expect((await call("GET", "interpreters?modules=os.path")).status).toBe(400);
});

test("a machine without python3 says so", async () => {
  vi.stubEnv("PATH", "/nowhere");
  const { json } = await call("GET", "interpreters?modules=json");
  vi.unstubAllEnvs();
  expect(json).toStrictEqual({ runsScripts: true, python3: null });
});

test("a planned fault fails as many calls as it says", async () => {
  const error = { type: "ThrottlingException", message: "Rate exceeded", status: 400 };
  await call("POST", "faults", { service: "sagemaker", operation: "ListModels", times: 2, error });
  await client.send(new ListEndpointsCommand({}));
  const throttled = { name: "ThrottlingException", message: "Rate exceeded" };
  expect(await failureOf(list())).toStrictEqual(throttled);
  expect(await failureOf(list())).toStrictEqual(throttled);
  expect((await list()).Models).toStrictEqual([]);
});

test("a planned fault can only delay", async () => {
  await call("POST", "faults", { service: "sagemaker", operation: "*", delayMs: 60 });
  const startedAt = performance.now();
  await list();
  expect(performance.now() - startedAt).toBeGreaterThan(55);
});

test("a refused call changes nothing", async () => {
  const error = { type: "InternalFailure", message: "", status: 500 };
  await call("POST", "faults", { service: "sagemaker", operation: "CreateModel", error });
  await failureOf(client.send(new CreateModelCommand({ ModelName: "m", PrimaryContainer: { Image: "i" } })));
  expect((await list()).Models).toStrictEqual([]);
});

test("the scenario capacity-error makes new endpoints fail, normal ends it", async () => {
  await call("POST", "scenarios", { name: "capacity-error" });
  await createEndpoint(client, "unlucky");
  expect(await statusOf(client, "unlucky")).toBe("Failed");
  await call("POST", "scenarios", { name: "normal" });
  await createEndpoint(client, "lucky");
  expect(await statusOf(client, "lucky")).toBe("InService");
});

test("the scenario throttled refuses ten calls", async () => {
  await call("POST", "scenarios", { name: "throttled" });
  for (let count = 0; count < 10; count += 1) await failureOf(list());
  await list();
});

test.each([
  ["POST", "clock", { advanceMs: "soon" }, 400],
  ["POST", "clock", {}, 400],
  ["POST", "faults", { service: "sagemaker", times: 0 }, 400],
  ["POST", "scenarios", { name: "constructor" }, 404],
  ["GET", "nothing", undefined, 404],
])("%s %s with %j is refused with a reason", async (method, path, body, status) => {
  const answer = await call(method, path, body);
  expect(answer.status).toBe(status);
  expect(answer.json).toStrictEqual({ message: expect.any(String) });
});

test("a page of another site cannot reach it", async () => {
  const headers = { "sec-fetch-site": "cross-site" };
  const response = await fetch(`${emulator.url}/_emulator/reset`, { method: "POST", headers });
  expect(response.status).toBe(403);
});
