import "server-only";
import type { Member } from "@/lib/auth/member";
import { database } from "@/lib/db/database";
import type { Schema } from "@/lib/db/schema";
import type { Problem } from "@/lib/errors";
import { seal, unseal } from "@/lib/secrets/seal";

import type { OperationIntent, OperationResource, OperationStatus, OperationStepView, OperationView } from "./view";

/** What the journal keeps of the work itself; replaced as a whole at each write. */
export type Progress = {
  intent: OperationIntent;
  steps: OperationStepView[];
  existing: OperationResource[] | null;
  /** Who pressed Retry or Remove: the activity log must name them, not whoever began. */
  restartedBy?: Member;
};

export type JournalRecord = {
  id: string;
  workspaceId: string;
  kind: string;
  target: string;
  status: OperationStatus;
  member: Member;
  summary: Record<string, unknown>;
  progress: Progress;
  problem: Problem | null;
  createdAt: string;
  updatedAt: string;
  /** The plan in plain text: throws when the server's secret is not the one that sealed it. */
  openPlan: () => unknown;
};

type NewRecord = Omit<JournalRecord, "status" | "problem" | "createdAt" | "updatedAt" | "openPlan"> & { plan: unknown };
type Row = Schema["operations"];
/** `sealedPlan` holds environment values and tokens: nobody who reads the database may read them. */
type StoredInput = { role: Member["role"]; summary: Record<string, unknown>; sealedPlan: string };

/** Writes a new operation down. False when one with that id is already there: the form was sent twice. */
export async function insertOperation(record: NewRecord, now = new Date()): Promise<boolean> {
  const db = await database();
  const input: StoredInput = {
    role: record.member.role,
    summary: record.summary,
    sealedPlan: seal(JSON.stringify(record.plan)),
  };
  const result = await db
    .insertInto("operations")
    .values({
      id: record.id,
      workspace_id: record.workspaceId,
      kind: record.kind,
      target: record.target,
      member_id: record.member.id,
      member_name: record.member.name,
      input_json: JSON.stringify(input),
      steps_json: JSON.stringify(record.progress),
      status: "running",
      lease_owner: null,
      lease_expires_at: null,
      error_json: null,
      created_at: now.toISOString(),
      updated_at: now.toISOString(),
    })
    .onConflict((on) => on.column("id").doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** The operation of that id, or null. */
export async function readOperation(id: string): Promise<JournalRecord | null> {
  const db = await database();
  const row = await db.selectFrom("operations").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? toRecord(row) : null;
}

/** Operations of a workspace that still ask for somebody's eyes: running or failed, newest first. */
export async function listUnfinished(workspaceId: string, limit = 50): Promise<JournalRecord[]> {
  const db = await database();
  const rows = await db
    .selectFrom("operations")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("status", "in", ["running", "failed"])
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(toRecord);
}

/** Puts a failed operation to work again, with another intent or from a failed step. False when it is not failed (any more). */
export async function restartOperation(id: string, progress: Progress, now = new Date()): Promise<boolean> {
  const db = await database();
  const result = await db
    .updateTable("operations")
    .set({
      status: "running",
      steps_json: JSON.stringify(progress),
      error_json: null,
      lease_owner: null,
      lease_expires_at: null,
      updated_at: now.toISOString(),
    })
    .where("id", "=", id)
    .where("status", "=", "failed")
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

/** Marks a failed operation as left behind. False when it is not failed (any more). */
export async function closeOperation(id: string, now = new Date()): Promise<boolean> {
  const db = await database();
  const result = await db
    .updateTable("operations")
    .set({ status: "dismissed", updated_at: now.toISOString() })
    .where("id", "=", id)
    .where("status", "=", "failed")
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

function toRecord(row: Row): JournalRecord {
  const input = JSON.parse(row.input_json) as StoredInput;
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    kind: row.kind,
    target: row.target,
    status: row.status as OperationStatus,
    member: { id: row.member_id, name: row.member_name, role: input.role },
    summary: input.summary,
    progress: JSON.parse(row.steps_json) as Progress,
    problem: row.error_json ? (JSON.parse(row.error_json) as Problem) : null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    openPlan: () => JSON.parse(unseal(input.sealedPlan)) as unknown,
  };
}

/** The record without its plan, as the browser may see it. */
export function toOperationView(record: JournalRecord): OperationView {
  return {
    id: record.id,
    kind: record.kind,
    target: record.target,
    status: record.status,
    intent: record.progress.intent,
    steps: record.progress.steps,
    existing: record.progress.existing,
    problem: record.problem,
    memberName: record.member.name,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    summary: record.summary,
  };
}
