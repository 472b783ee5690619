import type { Kysely } from "kysely";

/** Members, workspaces, audit log, operation journal, settings, sign-in attempts. */
export async function createOwnState(db: Kysely<unknown>): Promise<void> {
  await createIdentity(db);
  await createAudit(db);
  await createOperations(db);
}

async function createIdentity(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("members")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("name", "text", (c) => c.notNull().unique())
    .addColumn("password_hash", "text")
    .addColumn("subject", "text", (c) => c.unique())
    .addColumn("role", "text", (c) => c.notNull())
    .addColumn("is_disabled", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("session_version", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("last_sign_in_at", "text")
    .execute();
  await db.schema
    .createTable("workspaces")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("label", "text", (c) => c.notNull())
    .addColumn("region", "text", (c) => c.notNull())
    .addColumn("is_emulator", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("endpoint_url", "text")
    .addColumn("role_arn", "text")
    .addColumn("execution_role_arn", "text")
    .addColumn("bucket", "text")
    .addColumn("created_at", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("settings")
    .addColumn("scope", "text", (c) => c.notNull())
    .addColumn("key", "text", (c) => c.notNull())
    .addColumn("value", "text", (c) => c.notNull())
    .addColumn("updated_at", "text", (c) => c.notNull())
    .addColumn("updated_by", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("settings_pk", ["scope", "key"])
    .execute();
  await db.schema
    .createTable("sign_in_attempts")
    .addColumn("key", "text", (c) => c.primaryKey())
    .addColumn("failures", "integer", (c) => c.notNull())
    .addColumn("locked_until", "text", (c) => c.notNull())
    .addColumn("updated_at", "text", (c) => c.notNull())
    .execute();
}

async function createAudit(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("audit")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("member_id", "text", (c) => c.notNull())
    .addColumn("member_name", "text", (c) => c.notNull())
    .addColumn("member_role", "text", (c) => c.notNull())
    .addColumn("workspace_id", "text")
    .addColumn("action", "text", (c) => c.notNull())
    .addColumn("target", "text", (c) => c.notNull())
    .addColumn("outcome", "text", (c) => c.notNull())
    .addColumn("request_ids_json", "text", (c) => c.notNull())
    .addColumn("error_code", "text")
    .addColumn("error_message", "text")
    .addColumn("finished_at", "text")
    .execute();
  await db.schema.createIndex("audit_at").on("audit").columns(["at", "id"]).execute();
  await db.schema.createIndex("audit_workspace_at").on("audit").columns(["workspace_id", "at", "id"]).execute();
}

async function createOperations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("operations")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("workspace_id", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("target", "text", (c) => c.notNull())
    .addColumn("member_id", "text", (c) => c.notNull())
    .addColumn("member_name", "text", (c) => c.notNull())
    .addColumn("input_json", "text", (c) => c.notNull())
    .addColumn("steps_json", "text", (c) => c.notNull())
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("lease_owner", "text")
    .addColumn("lease_expires_at", "text")
    .addColumn("error_json", "text")
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("updated_at", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex("operations_workspace")
    .on("operations")
    .columns(["workspace_id", "created_at", "id"])
    .execute();
  await db.schema.createIndex("operations_status").on("operations").columns(["status", "lease_expires_at"]).execute();
}
