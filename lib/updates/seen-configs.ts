import "server-only";
import { randomUUID } from "node:crypto";
import { database } from "@/lib/db/database";
import type { EndpointView } from "@/lib/endpoints/view";

import type { RunView } from "./run-view";

export type SeenConfig = {
  configName: string;
  firstSeenAt: string;
  lastSeenAt: string;
  servedAt: string | null;
  run: RunView | null;
};

type Seen = Pick<EndpointView, "name" | "createdAt" | "configName" | "status">;

/** What this process has written down already: a page that polls must not write each time. */
const noted = new Map<string, number>();
const NOTE_AGAIN_MS = 60_000;
const MOST_NOTED = 5_000;

/**
 * Writes down that an endpoint was seen with a configuration, so that its history outlives the configuration. What is
 * not yet in service is no proof that it works: `served_at` waits for that.
 */
export async function noteConfig(
  workspaceId: string,
  endpoint: Seen,
  run: RunView | null,
  now = new Date(),
): Promise<void> {
  const { name, createdAt, configName, status } = endpoint;
  if (!createdAt || !configName || status === "Creating" || status === "Failed" || status === "Deleting") return;
  const hasServed = status === "InService";
  const key = [workspaceId, name, createdAt, configName, hasServed].join(" ");
  if (now.getTime() - (noted.get(key) ?? 0) < NOTE_AGAIN_MS) return;
  if (noted.size > MOST_NOTED) noted.clear();
  noted.set(key, now.getTime());
  const at = now.toISOString();
  const db = await database();
  await db
    .insertInto("endpoint_configs_seen")
    .values({
      id: randomUUID(),
      workspace_id: workspaceId,
      endpoint: name,
      endpoint_created_at: createdAt,
      config_name: configName,
      first_seen_at: at,
      last_seen_at: at,
      served_at: hasServed ? at : null,
      run_json: run && JSON.stringify(run),
    })
    .onConflict((on) =>
      on.columns(["workspace_id", "endpoint", "endpoint_created_at", "config_name"]).doUpdateSet((eb) => ({
        last_seen_at: at,
        served_at: hasServed
          ? eb.fn.coalesce("endpoint_configs_seen.served_at", eb.ref("excluded.served_at"))
          : eb.ref("endpoint_configs_seen.served_at"),
        run_json: eb.fn.coalesce("endpoint_configs_seen.run_json", eb.ref("excluded.run_json")),
      })),
    )
    .execute();
}

/** Every configuration that this console saw an endpoint of that name with, newest first. */
export async function listSeenConfigs(workspaceId: string, endpoint: string): Promise<SeenConfig[]> {
  const db = await database();
  const rows = await db
    .selectFrom("endpoint_configs_seen")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("endpoint", "=", endpoint)
    .orderBy("last_seen_at", "desc")
    .orderBy("first_seen_at", "desc")
    .limit(200)
    .execute();
  return rows.map((row) => ({
    configName: row.config_name,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    servedAt: row.served_at,
    run: row.run_json ? (JSON.parse(row.run_json) as RunView) : null,
  }));
}
