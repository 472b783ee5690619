import type { Kysely } from "kysely";

/** What variants ran on over time, prices read from AWS, and the leases of background work. */
export async function createCosts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("cost_fleets")
    .addColumn("workspace_id", "text", (c) => c.notNull())
    .addColumn("endpoint", "text", (c) => c.notNull())
    .addColumn("variant", "text", (c) => c.notNull())
    .addColumn("since", "text", (c) => c.notNull())
    .addColumn("last_seen_at", "text", (c) => c.notNull())
    .addColumn("fleet_json", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("cost_fleets_key", ["workspace_id", "endpoint", "variant", "since"])
    .execute();
  await db.schema
    .createTable("price_lists")
    .addColumn("region", "text", (c) => c.primaryKey())
    .addColumn("read_at", "text", (c) => c.notNull())
    .addColumn("prices_json", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("leases")
    .addColumn("name", "text", (c) => c.primaryKey())
    .addColumn("owner", "text", (c) => c.notNull())
    .addColumn("expires_at", "text", (c) => c.notNull())
    .execute();
}
