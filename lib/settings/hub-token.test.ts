import { expect, test, vi } from "vitest";

import { database } from "@/lib/db/database";
import { onBothDatabases } from "@/lib/testing/test-database";

import { hasHubToken, hubTokenStatus, removeHubToken, saveHubToken, workspaceHubToken } from "./hub-token";

vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test");
const ada = { id: "1", name: "ada", role: "admin" } as const;

onBothDatabases(() => {
  test("a Hub token is kept sealed, shown by its end, replaced and removed", async () => {
    await saveHubToken("local", "hf_first1234", ada);
    await saveHubToken("local", "hf_second5678", ada);
    expect(await hubTokenStatus("local")).toStrictEqual({ lastFour: "5678", setAt: expect.any(String), setBy: "ada" });
    expect(await workspaceHubToken("local")).toBe("hf_second5678");
    expect(await hubTokenStatus("other")).toBeNull();

    const rows = await (await database()).selectFrom("settings").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain("hf_");

    await removeHubToken("local");
    expect(await hasHubToken("local")).toBe(false);
  });
});
