import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";

import { sagemakerClient } from "./client";
import { listEndpoints } from "./sagemaker/endpoints";
import { invokeEndpoint } from "./sagemaker-runtime/invoke-endpoint";

const target = { id: "local", region: "us-east-1", isEmulator: true, endpointUrl: null, roleArn: null };
let emulator: TestEmulator;

beforeAll(async () => {
  emulator = await startTestEmulator();
  vi.stubEnv("EMULATOR_URL", emulator.url);
});
afterAll(() => emulator.close());

async function failOnce(service: string, operation: string) {
  const error = { type: "InternalFailure", message: "Try again.", status: 500 };
  const body = JSON.stringify({ service, operation, times: 1, error });
  await fetch(`${emulator.url}/_emulator/faults`, { method: "POST", body });
}

test("a read that fails on AWS's side is tried again", async () => {
  await failOnce("sagemaker", "ListEndpoints");
  expect(await listEndpoints(target)).toStrictEqual({ items: [], nextCursor: null });
});

test("an invocation is never sent twice: the model may have run already", async () => {
  await failOnce("sagemaker-runtime", "InvokeEndpoint");
  const call = { body: Buffer.from("{}"), contentType: "application/json", accept: "*/*" };
  const answer = invokeEndpoint(target, "demo", { ...call, signal: new AbortController().signal });
  // A second try would have reached the emulator, which has no such endpoint.
  await expect(answer).rejects.toMatchObject({ problem: { code: "unavailable", awsCode: "InternalFailure" } });
});

test("a call that AWS never answers ends", () => {
  const handler = sagemakerClient(target).config.requestHandler as { httpHandlerConfigs?: () => object };
  expect(handler.httpHandlerConfigs?.()).toMatchObject({ requestTimeout: 75_000, throwOnRequestTimeout: true });
});
