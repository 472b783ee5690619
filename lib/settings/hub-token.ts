import "server-only";
import { database } from "@/lib/db/database";
import { unseal } from "@/lib/secrets/seal";

/** The key of the settings row that holds a workspace's Hub token, sealed. */
export const HUB_TOKEN_SETTING = "hub-token";

/** The Hub token saved for a workspace, in plain text: only for what is sent to AWS or the Hub. Null: none is saved. */
export async function workspaceHubToken(workspaceId: string): Promise<string | null> {
  const db = await database();
  const row = await db
    .selectFrom("settings")
    .select("value")
    .where("scope", "=", workspaceId)
    .where("key", "=", HUB_TOKEN_SETTING)
    .executeTakeFirst();
  return row ? unseal(row.value) : null;
}

/** Whether a Hub token is saved, without reading it. */
export async function hasHubToken(workspaceId: string): Promise<boolean> {
  const db = await database();
  const row = await db
    .selectFrom("settings")
    .select("key")
    .where("scope", "=", workspaceId)
    .where("key", "=", HUB_TOKEN_SETTING)
    .executeTakeFirst();
  return row !== undefined;
}
