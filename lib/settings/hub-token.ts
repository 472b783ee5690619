import "server-only";
import type { Member } from "@/lib/auth/member";
import { database } from "@/lib/db/database";
import { seal, unseal } from "@/lib/secrets/seal";

import type { HubTokenStatus } from "./view";

/** The key of the settings row that holds a workspace's Hub token, sealed. */
const HUB_TOKEN_SETTING = "hub-token";

/** The Hub token saved for a workspace, in plain text: only for what is sent to AWS or the Hub. Null: none is saved. */
export async function workspaceHubToken(workspaceId: string): Promise<string | null> {
  const row = await read(workspaceId);
  return row ? unseal(row.value) : null;
}

/** Whether a Hub token is saved, without unsealing it. */
export async function hasHubToken(workspaceId: string): Promise<boolean> {
  return (await read(workspaceId)) !== undefined;
}

/** When and by whom a workspace's Hub token was set, and how it ends; null when there is none. */
export async function hubTokenStatus(workspaceId: string): Promise<HubTokenStatus | null> {
  const row = await read(workspaceId);
  return row ? { lastFour: unseal(row.value).slice(-4), setAt: row.updated_at, setBy: row.updated_by } : null;
}

/** Keeps a workspace's Hub token, sealed. */
export async function saveHubToken(workspaceId: string, token: string, member: Member): Promise<void> {
  const db = await database();
  const row = { value: seal(token), updated_at: new Date().toISOString(), updated_by: member.name };
  await db
    .insertInto("settings")
    .values({ scope: workspaceId, key: HUB_TOKEN_SETTING, ...row })
    .onConflict((on) => on.columns(["scope", "key"]).doUpdateSet(row))
    .execute();
}

/** Forgets a workspace's Hub token; models that were deployed with it keep it in their environment. */
export async function removeHubToken(workspaceId: string): Promise<void> {
  const db = await database();
  await db.deleteFrom("settings").where("scope", "=", workspaceId).where("key", "=", HUB_TOKEN_SETTING).execute();
}

async function read(workspaceId: string) {
  const db = await database();
  return db
    .selectFrom("settings")
    .selectAll()
    .where("scope", "=", workspaceId)
    .where("key", "=", HUB_TOKEN_SETTING)
    .executeTakeFirst();
}
