import type { Kysely } from "kysely";

/** Which configurations endpoints were seen with, and what became of updates. */
export async function createEndpointHistory(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("endpoint_configs_seen")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("workspace_id", "text", (c) => c.notNull())
    .addColumn("endpoint", "text", (c) => c.notNull())
    .addColumn("endpoint_created_at", "text", (c) => c.notNull())
    .addColumn("config_name", "text", (c) => c.notNull())
    .addColumn("first_seen_at", "text", (c) => c.notNull())
    .addColumn("last_seen_at", "text", (c) => c.notNull())
    .addColumn("served_at", "text")
    .addColumn("run_json", "text")
    .addUniqueConstraint("endpoint_configs_seen_once", [
      "workspace_id",
      "endpoint",
      "endpoint_created_at",
      "config_name",
    ])
    .execute();
  await db.schema
    .createTable("endpoint_updates")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("workspace_id", "text", (c) => c.notNull())
    .addColumn("endpoint", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("from_config", "text", (c) => c.notNull())
    .addColumn("to_config", "text", (c) => c.notNull())
    .addColumn("strategy", "text", (c) => c.notNull())
    .addColumn("requested_json", "text", (c) => c.notNull())
    .addColumn("differences_json", "text", (c) => c.notNull())
    .addColumn("member_name", "text", (c) => c.notNull())
    .addColumn("started_at", "text", (c) => c.notNull())
    .addColumn("verdict_json", "text")
    .execute();
  await db.schema
    .createIndex("endpoint_updates_list")
    .on("endpoint_updates")
    .columns(["workspace_id", "endpoint", "started_at", "id"])
    .execute();
}
