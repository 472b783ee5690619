import type { Kysely } from "kysely";

/** The inbox: every asynchronous request that was sent through the console. */
export async function createAsyncRequests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("async_requests")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("workspace_id", "text", (c) => c.notNull())
    .addColumn("member_id", "text", (c) => c.notNull())
    .addColumn("member_name", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("endpoint", "text", (c) => c.notNull())
    .addColumn("task", "text")
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("content_type", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("input_uri", "text")
    .addColumn("request_json", "text")
    .addColumn("output_uri", "text")
    .addColumn("failure_uri", "text")
    .addColumn("ttl_seconds", "integer")
    .addColumn("timeout_seconds", "integer")
    .addColumn("answer_json", "text")
    .addColumn("problem", "text")
    .addColumn("problem_json", "text")
    .addColumn("finished_at", "text")
    .addColumn("looks", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("next_look_at", "text")
    .execute();
  await db.schema
    .createIndex("async_requests_list")
    .on("async_requests")
    .columns(["workspace_id", "at", "id"])
    .execute();
  await db.schema.createIndex("async_requests_due").on("async_requests").columns(["state", "next_look_at"]).execute();
}
