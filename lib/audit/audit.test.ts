import { expect, test, vi } from "vitest";

import type { Member } from "@/lib/auth/member";
import { noteRequestId } from "@/lib/aws/request-ids";
import { database } from "@/lib/db/database";
import { AppError } from "@/lib/errors";
import { onBothDatabases } from "@/lib/testing/test-database";

import { auditChange, type Change } from "./audit-change";
import { activityFacets, listActivity } from "./service";

const ada: Member = { id: "1", name: "ada", role: "operator" };
const change = (over: Partial<Change> = {}): Change => ({
  member: ada,
  workspaceId: "local",
  action: "endpoint:delete",
  target: "endpoint demo",
  ...over,
});
const done = (over: Partial<Change> = {}) => auditChange(change(over), async () => {});

onBothDatabases(() => {
  test("a change leaves who, what, on what, AWS's request ids and how it ended", async () => {
    const result = await auditChange(change(), async () => {
      noteRequestId("r-1");
      noteRequestId("r-2");
      return 42;
    });
    expect(result).toBe(42);
    const { items } = await listActivity("local", {});
    expect(items).toMatchObject([
      {
        memberName: "ada",
        memberRole: "operator",
        action: "endpoint:delete",
        target: "endpoint demo",
        outcome: "succeeded",
        requestIds: ["r-1", "r-2"],
        errorCode: null,
      },
    ]);
  });

  test("a failed change says why, and fails as before", async () => {
    const failing = auditChange(change(), async () => {
      throw new AppError("invalid", "Could not do it.", { awsCode: "ValidationException", requestId: "r-9" });
    });
    await expect(failing).rejects.toThrow("Could not do it.");
    const { items } = await listActivity("local", {});
    expect(items).toMatchObject([
      { outcome: "failed", errorCode: "ValidationException", errorMessage: "Could not do it.", requestIds: ["r-9"] },
    ]);
  });

  test("a change whose end was never written is unknown after a while", async () => {
    let release = () => {};
    const pending = auditChange(change(), () => new Promise<void>((resolve) => (release = resolve)));
    await vi.waitFor(async () =>
      expect((await listActivity("local", {})).items).toMatchObject([{ outcome: "running" }]),
    );
    const db = await database();
    await db.updateTable("audit").set({ at: "2026-01-01T00:00:00.000Z" }).execute();
    expect((await listActivity("local", { outcome: "unknown" })).items).toMatchObject([{ outcome: "unknown" }]);
    release();
    await pending;
  });

  test("filters by person, action, outcome and words, and shows changes of the whole console too", async () => {
    await done({ target: "endpoint alpha_1" });
    await done({ member: { ...ada, name: "grace" }, target: "endpoint alphaX1" });
    await done({ workspaceId: null, action: "member:manage", target: "member bob" });
    await done({ workspaceId: "other" });
    const targets = async (filters: object) =>
      (await listActivity("local", filters)).items.map(({ target }) => target).sort();

    expect(await targets({})).toStrictEqual(["endpoint alphaX1", "endpoint alpha_1", "member bob"]);
    expect(await targets({ person: "grace" })).toStrictEqual(["endpoint alphaX1"]);
    expect(await targets({ action: "member:manage" })).toStrictEqual(["member bob"]);
    expect(await targets({ outcome: "failed" })).toStrictEqual([]);
    expect(await targets({ search: "ALPHA_1" })).toStrictEqual(["endpoint alpha_1"]);
    expect(await activityFacets("local")).toStrictEqual({
      people: ["ada", "grace"],
      actions: ["endpoint:delete", "member:manage"],
    });
  });

  test("pages through many changes without losing or repeating one, even of the same millisecond", async () => {
    for (let i = 0; i < 120; i++) await done({ target: `endpoint e${i}` });
    const db = await database();
    await db.updateTable("audit").set({ at: "2026-01-01T00:00:00.000Z" }).execute();
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listActivity("local", { cursor });
      seen.push(...page.items.map(({ target }) => target));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(120);
    expect(seen).toHaveLength(120);
  });

  test("a made-up cursor is refused in words", async () => {
    await expect(listActivity("local", { cursor: "' or 1=1" })).rejects.toThrow("not a cursor");
  });
});
