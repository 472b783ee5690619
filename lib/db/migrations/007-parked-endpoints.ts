import type { Kysely } from "kysely";

/** Endpoints that were deleted to be made again as they were. */
export async function createParkedEndpoints(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("parked_endpoints")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("workspace_id", "text", (c) => c.notNull())
    .addColumn("endpoint", "text", (c) => c.notNull())
    .addColumn("operation_id", "text", (c) => c.notNull())
    .addColumn("is_parked", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("sealed_specification", "text", (c) => c.notNull())
    .addColumn("summary_json", "text", (c) => c.notNull())
    .addColumn("member_id", "text", (c) => c.notNull())
    .addColumn("member_name", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex("parked_endpoints_list")
    .on("parked_endpoints")
    .columns(["workspace_id", "created_at"])
    .execute();
}
