import {
  DeleteEndpointCommand,
  ListEndpointsCommand,
  type ListEndpointsCommandInput,
  paginateListEndpoints,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, expect, test } from "vitest";
import { instantInference } from "../../testing/held-inference.ts";
import { createEndpoint, failureOf, statusOf } from "../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

const MINUTE = 60_000;

let emulator: TestEmulator;
let client: SageMakerClient;
let startedAt: number;

/** e00 to e24, a minute apart, and `zz-slow` that is still Creating. */
beforeAll(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  client = new SageMakerClient(emulator.sdk);
  startedAt = emulator.clock.now();
  for (let index = 0; index < 25; index += 1) {
    await createEndpoint(client, `e${String(index).padStart(2, "0")}`);
    emulator.clock.advance(MINUTE);
  }
  await admin("scenarios", { name: "slow-start" });
  await createEndpoint(client, "zz-slow");
});
afterAll(async () => {
  await emulator.close();
});

async function admin(path: string, body: object): Promise<void> {
  const response = await fetch(`${emulator.url}/_emulator/${path}`, { method: "POST", body: JSON.stringify(body) });
  expect(response.status).toBe(200);
}

async function names(input: ListEndpointsCommandInput): Promise<(string | undefined)[]> {
  const { Endpoints = [] } = await client.send(new ListEndpointsCommand(input));
  return Endpoints.map((endpoint) => endpoint.EndpointName);
}

test("a listing begins with the ten newest", async () => {
  const { Endpoints = [], NextToken } = await client.send(new ListEndpointsCommand({}));
  expect(Endpoints.map((endpoint) => endpoint.EndpointName)).toStrictEqual([
    "zz-slow",
    ...["24", "23", "22", "21", "20", "19", "18", "17", "16"].map((number) => `e${number}`),
  ]);
  expect(NextToken).toEqual(expect.any(String));
});

test("pages hold each endpoint once, in order", async () => {
  const all: (string | undefined)[] = [];
  const sizes: number[] = [];
  const input = { SortBy: "Name", SortOrder: "Ascending" } as const;
  for await (const { Endpoints = [] } of paginateListEndpoints({ client, pageSize: 7 }, input)) {
    all.push(...Endpoints.map((endpoint) => endpoint.EndpointName));
    sizes.push(Endpoints.length);
  }
  expect(sizes).toStrictEqual([7, 7, 7, 5]);
  expect(all).toStrictEqual([...all].sort());
  expect(new Set(all).size).toBe(26);
});

test("a page goes on in the right place when endpoints went in between", async () => {
  const input = { SortBy: "Name", SortOrder: "Ascending", MaxResults: 3 } as const;
  await createEndpoint(client, "a1");
  await createEndpoint(client, "a2");
  await admin("scenarios", { name: "normal" });
  emulator.clock.advance(2 * MINUTE);
  expect(await statusOf(client, "a1")).toBe("InService");
  const { NextToken } = await client.send(new ListEndpointsCommand(input));
  await client.send(new DeleteEndpointCommand({ EndpointName: "a1" }));
  await client.send(new DeleteEndpointCommand({ EndpointName: "a2" }));
  expect(await names({ ...input, NextToken })).toStrictEqual(["e01", "e02", "e03"]);
});

test("name, time and status filter", async () => {
  expect(await names({ NameContains: "E1", MaxResults: 100, SortOrder: "Ascending" })).toStrictEqual(
    Array.from({ length: 10 }, (_, index) => `e1${index}`),
  );
  const at = (minutes: number) => new Date(startedAt + minutes * MINUTE);
  expect(await names({ CreationTimeAfter: at(3), CreationTimeBefore: at(6) })).toStrictEqual(["e05", "e04", "e03"]);
  expect(await names({ LastModifiedTimeAfter: at(3), LastModifiedTimeBefore: at(4) })).toStrictEqual(["e03"]);
  expect(await names({ StatusEquals: "Failed" })).toStrictEqual([]);
  expect(await names({ StatusEquals: "InService", MaxResults: 100 })).toHaveLength(26);
});

test("a token that was changed or belongs to another order is refused", async () => {
  const { NextToken = "" } = await client.send(new ListEndpointsCommand({}));
  const refusal = { name: "ValidationException", message: "The NextToken is not valid for this request." };
  const tampered = NextToken.replace(/^./, (first) => (first === "e" ? "f" : "e"));
  for (const input of [
    { NextToken: "made-up" },
    { NextToken: tampered },
    { NextToken, SortOrder: "Ascending" as const },
  ]) {
    expect(await failureOf(client.send(new ListEndpointsCommand(input)))).toStrictEqual(refusal);
  }
});

test("a token outlives a restart", async () => {
  const { NextToken } = await client.send(new ListEndpointsCommand({ MaxResults: 2 }));
  emulator = await emulator.restart();
  client = new SageMakerClient(emulator.sdk);
  expect(await names({ MaxResults: 2, NextToken })).toStrictEqual(["e23", "e22"]);
});
