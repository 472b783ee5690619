import "server-only";
import type { Member } from "@/lib/auth/member";
import { database } from "@/lib/db/database";

const SETTING = "delete-expired-endpoints";

/** Whether a workspace's administrators switched on that expired endpoints are deleted; off unless they did. */
export async function deletesExpired(workspaceId: string): Promise<boolean> {
  const db = await database();
  const row = await db
    .selectFrom("settings")
    .select("value")
    .where("scope", "=", workspaceId)
    .where("key", "=", SETTING)
    .executeTakeFirst();
  return row?.value === "on";
}

/** Switches it on or off. */
export async function saveDeletesExpired(workspaceId: string, on: boolean, member: Member): Promise<void> {
  const db = await database();
  const row = { value: on ? "on" : "off", updated_at: new Date().toISOString(), updated_by: member.name };
  await db
    .insertInto("settings")
    .values({ scope: workspaceId, key: SETTING, ...row })
    .onConflict((on_) => on_.columns(["scope", "key"]).doUpdateSet(row))
    .execute();
}
