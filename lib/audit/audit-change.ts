import "server-only";
import { randomUUID } from "node:crypto";

import type { Member } from "@/lib/auth/member";
import type { Permission } from "@/lib/auth/permissions";
import { toAppError } from "@/lib/aws/errors";
import { withRequestIds } from "@/lib/aws/request-ids";
import { database } from "@/lib/db/database";

export type Change = { member: Member; workspaceId: string | null; action: Permission; target: string };

/**
 * Runs a change and writes one audit row for it: who, what, on what, AWS request ids, outcome.
 * The row is there before the change begins; should the console die meanwhile, it stays "started": outcome unknown.
 */
export async function auditChange<T>(change: Change, run: () => Promise<T>): Promise<T> {
  const id = await begin(change);
  const requestIds: string[] = [];
  try {
    const result = await withRequestIds(requestIds, run);
    await finish(id, requestIds, { outcome: "succeeded" });
    return result;
  } catch (cause) {
    const failure = toAppError(cause);
    const { problem } = failure;
    if (problem.requestId && !requestIds.includes(problem.requestId)) requestIds.push(problem.requestId);
    await finish(id, requestIds, {
      outcome: "failed",
      error_code: problem.awsCode ?? problem.code,
      error_message: problem.message.slice(0, 2_000),
    });
    throw failure;
  }
}

async function begin({ member, workspaceId, action, target }: Change): Promise<string> {
  const db = await database();
  const id = randomUUID();
  await db
    .insertInto("audit")
    .values({
      id,
      at: new Date().toISOString(),
      member_id: member.id,
      member_name: member.name,
      member_role: member.role,
      workspace_id: workspaceId,
      action,
      target: target.slice(0, 500),
      outcome: "started",
      request_ids_json: "[]",
      error_code: null,
      error_message: null,
      finished_at: null,
    })
    .execute();
  return id;
}

type Outcome = { outcome: "succeeded" | "failed"; error_code?: string; error_message?: string };

// The change itself has happened (or not) by now: a failing log must not tell the person otherwise.
async function finish(id: string, requestIds: string[], outcome: Outcome): Promise<void> {
  const row = { ...outcome, request_ids_json: JSON.stringify(requestIds), finished_at: new Date().toISOString() };
  try {
    const db = await database();
    await db.updateTable("audit").set(row).where("id", "=", id).execute();
  } catch (cause) {
    console.error(`The outcome of audit row ${id} could not be written:`, cause);
  }
}
