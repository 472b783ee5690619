import { beforeAll, expect, test, vi } from "vitest";

import { database } from "@/lib/db/database";
import { onBothDatabases } from "@/lib/testing/test-database";

import { insertOperation, listUnfinished, readOperation, restartOperation } from "./journal";
import { abandonedOperations, LeaseLost, takeLease } from "./lease";

const id = "00000000-0000-4000-8000-000000000001";
const member = { id: "m", name: "mia", role: "operator" } as const;
const progress = { intent: "make" as const, steps: [], existing: [] };
const operation = {
  id,
  workspaceId: "local",
  kind: "deploy",
  target: "endpoint demo",
  member,
  summary: { endpointName: "demo" },
  progress,
  plan: { token: "hf_secret" },
};

beforeAll(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret for tests, long enough to be taken");
});

onBothDatabases(() => {
  test("an operation sent twice is written once", async () => {
    expect(await insertOperation(operation)).toBe(true);
    expect(await insertOperation({ ...operation, target: "endpoint other" })).toBe(false);
    expect((await listUnfinished("local")).map((record) => record.target)).toStrictEqual(["endpoint demo"]);
  });

  test("the plan can be read back, but not in the database", async () => {
    await insertOperation(operation);
    expect((await readOperation(id))?.openPlan()).toStrictEqual({ token: "hf_secret" });
    const row = await (await database()).selectFrom("operations").selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain("hf_secret");
  });

  test("one process at a time works on an operation", async () => {
    await insertOperation(operation);
    const first = await takeLease(id, "one");
    expect(first).not.toBeNull();
    expect(await takeLease(id, "two")).toBeNull();
    expect(await abandonedOperations()).toStrictEqual([]);
    await first?.release();
    expect(await abandonedOperations()).toStrictEqual([id]);
  });

  test("when a lease has run out another process takes over, and the first can write no more", async () => {
    await insertOperation(operation);
    const first = await takeLease(id, "one");
    await (await database())
      .updateTable("operations")
      .set({ lease_expires_at: new Date(Date.now() - 1).toISOString() })
      .execute();
    const second = await takeLease(id, "two");

    await expect(first?.write(progress)).rejects.toBeInstanceOf(LeaseLost);
    await first?.release();
    await second?.finish("succeeded", progress, null);
    await second?.release();
    expect((await readOperation(id))?.status).toBe("succeeded");
  });

  test("only a failed operation is put to work again", async () => {
    await insertOperation(operation);
    expect(await restartOperation(id, progress)).toBe(false);
    const lease = await takeLease(id, "one");
    await lease?.finish("failed", progress, { code: "invalid", message: "no" });
    await lease?.release();
    expect(await restartOperation(id, { ...progress, intent: "remove" })).toBe(true);
    expect(await readOperation(id)).toMatchObject({ status: "running", problem: null, progress: { intent: "remove" } });
  });
});
