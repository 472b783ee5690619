import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SageMakerClient } from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { instantInference } from "@/emulator/testing/held-inference.ts";
import { createEndpoint, untilStatus } from "@/emulator/testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";
import { database } from "@/lib/db/database";
import { saveDeletesExpired } from "@/lib/settings/delete-expired";
import { createFirstWorkspaces } from "@/lib/workspaces/first-workspaces";
import { listWorkspaces } from "@/lib/workspaces/service";

import { addTags } from "../aws/sagemaker/change-tags";
import { deleteExpired } from "./delete-expired";
import { listExpiring, setExpiry } from "./expiring";
import { EXPIRES_AT_TAG } from "./expiry";

const ADMIN = { id: "a", name: "ada", role: "admin" } as const;
const root = mkdtempSync(join(tmpdir(), "console-expiry-"));
let emulator: TestEmulator;

beforeAll(async () => {
  vi.stubEnv("DATA_DIR", root);
  emulator = await startTestEmulator({ inference: instantInference() });
  vi.stubEnv("EMULATOR_URL", emulator.url);
  await database();
  await createFirstWorkspaces();
});
afterAll(async () => {
  await emulator.close();
  rmSync(root, { recursive: true, force: true });
});

test("what has expired is deleted only when that was switched on, in its own name, and what was extended stays", async () => {
  const [workspace] = await listWorkspaces();
  if (!workspace) throw new Error("There is no workspace.");
  const client = new SageMakerClient(emulator.sdk);
  const arns: Record<string, string> = {};
  for (const name of ["over", "extended", "without"]) {
    arns[name] = (await createEndpoint(client, name)).EndpointArn ?? "";
    await untilStatus(client, name, "InService");
  }
  const past = { key: EXPIRES_AT_TAG, value: "2026-01-01T00:00:00.000Z" };
  await addTags(workspace, arns.over ?? "", [past]);
  await addTags(workspace, arns.extended ?? "", [past]);
  expect((await listExpiring(workspace)).map(({ name }) => name).sort()).toStrictEqual(["extended", "over"]);

  expect(await deleteExpired("one")).toStrictEqual([]);

  await setExpiry(workspace, { name: "extended", expiresAt: new Date(Date.now() + 86_400_000).toISOString() });
  await saveDeletesExpired(workspace.id, true, ADMIN);
  expect(await deleteExpired("another replica")).toStrictEqual([]);
  expect(await deleteExpired("one")).toStrictEqual(["over"]);
  expect((await listExpiring(workspace)).map(({ name }) => name)).toStrictEqual(["extended"]);
  const audit = await (await database())
    .selectFrom("audit")
    .select(["member_name", "target", "outcome"])
    .where("target", "=", "endpoint over")
    .executeTakeFirst();
  expect(audit).toMatchObject({ member_name: "Automatic deletion of expired endpoints", outcome: "succeeded" });
});
