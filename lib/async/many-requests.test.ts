import { CreateEndpointCommand, CreateEndpointConfigCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { Kysely } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { instantInference } from "@/emulator/testing/held-inference";
import { createModel, untilStatus } from "@/emulator/testing/sagemaker-fixtures";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import { s3Client } from "@/lib/aws/client";
import { database, holdDatabase } from "@/lib/db/database";
import { migrate } from "@/lib/db/migrate";
import type { Schema } from "@/lib/db/schema";
import { NodeSqliteDialect } from "@/lib/db/sqlite-dialect";
import { openSqlite } from "@/lib/sqlite/open-sqlite";
import { createFirstWorkspaces } from "@/lib/workspaces/first-workspaces";
import { requireWorkspace } from "@/lib/workspaces/service";

import { MAX_CALLS_A_MINUTE } from "./looker";
import { sendAsync } from "./send";

const BUCKET = "sagemaker-us-east-1-111122223333";
const COUNT = 500;
/** Every tenth request is refused by the container: its failure has to be read, which takes more calls. */
const isRefused = (index: number) => index % 10 === 0;

let emulator: TestEmulator;
/** How often the container was asked each payload. */
const asked = new Map<string, number>();

beforeAll(async () => {
  const inference = instantInference();
  emulator = await startTestEmulator({
    inference: {
      ...inference,
      invoke: async (_target, request) => {
        const text = request.body.toString("utf8");
        asked.set(text, (asked.get(text) ?? 0) + 1);
        const status = isRefused(Number(text)) ? 400 : 200;
        return { status, contentType: "application/json", body: Buffer.from(`[${text}]`), modelLatencyUs: 1 };
      },
    },
  });
  vi.stubEnv("EMULATOR_URL", emulator.url);
  const client = new SageMakerClient(emulator.sdk);
  await createModel(client, "many");
  await client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: "many",
      ProductionVariants: [
        { VariantName: "AllTraffic", ModelName: "many", InstanceType: "ml.m5.xlarge", InitialInstanceCount: 1 },
      ],
      AsyncInferenceConfig: {
        OutputConfig: { S3OutputPath: `s3://${BUCKET}/out`, S3FailurePath: `s3://${BUCKET}/bad` },
      },
    }),
  );
  await client.send(new CreateEndpointCommand({ EndpointName: "many", EndpointConfigName: "many" }));
  await untilStatus(client, "many", "InService");
  const db = new Kysely<Schema>({ dialect: new NodeSqliteDialect(openSqlite(":memory:")) });
  await migrate(db);
  holdDatabase(db);
  await createFirstWorkspaces();
});
afterAll(async () => {
  await emulator.close();
  vi.unstubAllEnvs();
});

/** When each call to S3 was made, tries of the SDK too. */
function watchCalls(workspace: Parameters<typeof s3Client>[0]): number[] {
  const calls: number[] = [];
  s3Client(workspace).middlewareStack.add(
    (next) => (args) => {
      calls.push(performance.now());
      return next(args);
    },
    { step: "finalizeRequest", priority: "low", name: "watchCalls" },
  );
  return calls;
}

function mostWithin(times: readonly number[], ms: number): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));
}

async function countByState(): Promise<Record<string, number>> {
  const db = await database();
  const rows = await db
    .selectFrom("async_requests")
    .select((eb) => ["state", eb.fn.countAll<number>().as("count")])
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

test("five hundred requests at once all end, each answered once, and the calls that looks take stay bounded", {
  timeout: 240_000,
}, async () => {
  const workspace = await requireWorkspace("local");
  const owner = { workspace, member: { id: "ada", name: "ada", role: "operator" as const } };
  const calls = watchCalls(workspace);
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: COUNT }, (_, index) =>
      sendAsync(
        owner,
        { id: crypto.randomUUID(), endpoint: "many", task: "text-classification" },
        { body: new TextEncoder().encode(String(index)), contentType: "application/json" },
      ),
    ),
  );
  const sentMs = performance.now() - startedAt;
  const refused = Array.from({ length: COUNT }, (_, index) => index).filter(isRefused).length;
  await vi.waitFor(async () => expect(await countByState()).toStrictEqual({ done: COUNT - refused, failed: refused }), {
    timeout: 220_000,
    interval: 500,
  });
  const endedMs = performance.now() - startedAt;

  expect(asked.size).toBe(COUNT);
  expect([...asked.values()].every((times) => times === 1)).toBe(true);
  const perMinute = mostWithin(calls, 60_000);
  console.info(
    `${COUNT} requests sent in ${(sentMs / 1000).toFixed(1)} s, all found ended after ${(endedMs / 1000).toFixed(1)} s; ` +
      `${calls.length} calls to S3, at most ${perMinute} in a minute and ${mostWithin(calls, 1_000)} in a second`,
  );
  expect(perMinute).toBeLessThanOrEqual(MAX_CALLS_A_MINUTE);
});
