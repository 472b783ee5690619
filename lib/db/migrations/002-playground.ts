import type { Kysely } from "kysely";

/** Each person's own history of calls, and the examples that a workspace's people share. */
export async function createPlayground(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("playground_calls")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("workspace_id", "text", (c) => c.notNull())
    .addColumn("member_id", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("endpoint", "text", (c) => c.notNull())
    .addColumn("variant", "text")
    .addColumn("task", "text")
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("latency_ms", "integer")
    .addColumn("request_id", "text")
    .addColumn("request_json", "text", (c) => c.notNull())
    .addColumn("answer_json", "text")
    .addColumn("problem", "text")
    .addColumn("problem_json", "text")
    .execute();
  await db.schema
    .createIndex("playground_calls_own")
    .on("playground_calls")
    .columns(["workspace_id", "member_id", "at", "id"])
    .execute();
  await db.schema
    .createTable("playground_examples")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("workspace_id", "text", (c) => c.notNull())
    .addColumn("task", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("request_json", "text", (c) => c.notNull())
    .addColumn("member_id", "text", (c) => c.notNull())
    .addColumn("member_name", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addUniqueConstraint("playground_examples_name", ["workspace_id", "task", "name"])
    .execute();
}
