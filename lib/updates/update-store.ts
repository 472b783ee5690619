import "server-only";
import { database } from "@/lib/db/database";
import type { Schema } from "@/lib/db/schema";

import type { UpdateRecord, UpdateVerdict } from "./view";

type Row = Schema["endpoint_updates"];

/** Writes an update down before it begins; the same id again changes nothing. */
export async function insertUpdate(workspaceId: string, record: UpdateRecord): Promise<void> {
  const db = await database();
  await db
    .insertInto("endpoint_updates")
    .values({
      id: record.id,
      workspace_id: workspaceId,
      endpoint: record.endpoint,
      kind: record.kind,
      from_config: record.fromConfig,
      to_config: record.toConfig,
      strategy: record.strategy,
      requested_json: JSON.stringify(record.requested),
      differences_json: JSON.stringify(record.differences),
      member_name: record.memberName,
      started_at: record.startedAt,
      verdict_json: null,
    })
    .onConflict((on) => on.column("id").doNothing())
    .execute();
}

/** Keeps what became of an update. */
export async function saveVerdict(workspaceId: string, id: string, verdict: UpdateVerdict | null): Promise<void> {
  const db = await database();
  await db
    .updateTable("endpoint_updates")
    .set({ verdict_json: verdict && JSON.stringify(verdict) })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

/** The update of that id, or null. */
export async function readUpdate(workspaceId: string, id: string): Promise<UpdateRecord | null> {
  const db = await database();
  const row = await db
    .selectFrom("endpoint_updates")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? toRecord(row) : null;
}

/** Updates of an endpoint, newest first. */
export async function listUpdates(workspaceId: string, endpoint: string, limit = 50): Promise<UpdateRecord[]> {
  const db = await database();
  const rows = await db
    .selectFrom("endpoint_updates")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("endpoint", "=", endpoint)
    .orderBy("started_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(toRecord);
}

function toRecord(row: Row): UpdateRecord {
  return {
    id: row.id,
    endpoint: row.endpoint,
    kind: row.kind,
    fromConfig: row.from_config,
    toConfig: row.to_config,
    strategy: row.strategy,
    requested: JSON.parse(row.requested_json) as UpdateRecord["requested"],
    differences: JSON.parse(row.differences_json) as UpdateRecord["differences"],
    memberName: row.member_name,
    startedAt: row.started_at,
    verdict: row.verdict_json ? (JSON.parse(row.verdict_json) as UpdateVerdict) : null,
  };
}
