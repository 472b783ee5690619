import "server-only";
import type { Selectable } from "kysely";

import type { Member } from "@/lib/auth/member";
import { database } from "@/lib/db/database";
import type { Database, Schema } from "@/lib/db/schema";
import { unhurriedTransaction } from "@/lib/db/unhurried-transaction";
import { AppError, type Problem } from "@/lib/errors";
import { hideTokens } from "@/lib/secrets/hide-tokens";
import type { Workspace } from "@/lib/workspaces/view";

import { callTitle } from "./call-title";
import { keepBody } from "./kept-body";
import type { CallRow, KeptBody, KeptCall } from "./view";

/** So many calls of a person are kept in each workspace; older ones go. */
export const KEPT_CALLS = 200;
const MAX_PROBLEM = 16_384;

type Owner = { workspace: Pick<Workspace, "id">; member: Pick<Member, "id"> };

export type MadeCall = Owner & {
  /** `readCallHeaders` has it, and the task. */
  id: string;
  task: string | null;
  at: Date;
  endpoint: string;
  /** The variant that answered, else the one that was asked for. */
  variant: string | null;
  request: { body: Uint8Array; contentType: string };
  outcome: { answer: { body: Uint8Array; contentType: string } } | { problem: Problem };
  latencyMs: number | null;
  requestId: string | null;
};

/**
 * Keeps a call in the person's own history, tokens hidden. Call it in `after()`, when the answer is on its way: nobody
 * waits for it, and a history that cannot be written is no reason to fail a call. Never throws.
 */
export async function rememberCall(call: MadeCall): Promise<void> {
  try {
    const db = await database();
    const row = toRow(call);
    await unhurriedTransaction(db, async (trx) => {
      // An id that is taken may be somebody else's: theirs stays.
      await trx
        .insertInto("playground_calls")
        .values(row)
        .onConflict((on) => on.column("id").doNothing())
        .execute();
      await dropOldest(trx, call);
    });
  } catch (cause) {
    console.error("A call could not be kept in the history:", cause);
  }
}

/** A person's own calls in a workspace, newest first. */
export async function listCalls(owner: Owner): Promise<CallRow[]> {
  const rows = await own(await database(), owner)
    .select(["id", "at", "endpoint", "variant", "task", "title", "latency_ms", "request_id", "problem"])
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(KEPT_CALLS)
    .execute();
  return rows.map(({ latency_ms, request_id, ...row }) => ({ ...row, latencyMs: latency_ms, requestId: request_id }));
}

/** One's own call with what was sent and what came back; somebody else's is not there. */
export async function readCall(owner: Owner, id: string): Promise<KeptCall> {
  const row = await own(await database(), owner)
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  if (row) return toKept(row);
  throw new AppError("not-found", "This call is not in your history.", {
    hint: `It was deleted, was one of somebody else, or the ${KEPT_CALLS} newer ones took its place.`,
  });
}

/** Deletes one of one's own calls. */
export async function forgetCall(owner: Owner, id: string): Promise<void> {
  await forget(owner, id);
}

/** Deletes all of one's own calls in a workspace. */
export async function forgetCalls(owner: Owner): Promise<void> {
  await forget(owner, null);
}

function own(db: Database, { workspace, member }: Owner) {
  return db.selectFrom("playground_calls").where("workspace_id", "=", workspace.id).where("member_id", "=", member.id);
}

async function forget({ workspace, member }: Owner, id: string | null): Promise<void> {
  const db = await database();
  const mine = db
    .deleteFrom("playground_calls")
    .where("workspace_id", "=", workspace.id)
    .where("member_id", "=", member.id);
  await (id === null ? mine : mine.where("id", "=", id)).execute();
}

async function dropOldest(trx: Database, owner: Owner): Promise<void> {
  const first = await own(trx, owner)
    .select(["at", "id"])
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .offset(KEPT_CALLS)
    .limit(1)
    .executeTakeFirst();
  if (!first) return;
  await trx
    .deleteFrom("playground_calls")
    .where("workspace_id", "=", owner.workspace.id)
    .where("member_id", "=", owner.member.id)
    .where((eb) => eb.or([eb("at", "<", first.at), eb.and([eb("at", "=", first.at), eb("id", "<=", first.id)])]))
    .execute();
}

function toRow(call: MadeCall): Schema["playground_calls"] {
  const request = keepBody(call.request.body, call.request.contentType);
  const { outcome } = call;
  const answer = "answer" in outcome ? keepBody(outcome.answer.body, outcome.answer.contentType) : null;
  const problem = "problem" in outcome ? outcome.problem : null;
  return {
    id: call.id,
    workspace_id: call.workspace.id,
    member_id: call.member.id,
    at: call.at.toISOString(),
    endpoint: call.endpoint,
    variant: call.variant,
    task: call.task,
    title: callTitle(request),
    latency_ms: call.latencyMs === null ? null : Math.round(call.latencyMs),
    request_id: call.requestId,
    request_json: JSON.stringify(request),
    answer_json: answer && JSON.stringify(answer),
    problem: problem && hideTokens(problem.message).slice(0, 500),
    problem_json: problem && problemJson(problem),
  };
}

/** A container may repeat what it was sent: its words are cut and cleaned like the body itself. */
function problemJson({ code, message, hint, awsCode, requestId, detail }: Problem): string {
  const whole = JSON.stringify({ code, message, hint, awsCode, requestId, detail });
  return hideTokens(whole.length > MAX_PROBLEM ? JSON.stringify({ code, message, hint, awsCode, requestId }) : whole);
}

function toKept(row: Selectable<Schema["playground_calls"]>): KeptCall {
  return {
    id: row.id,
    at: row.at,
    endpoint: row.endpoint,
    variant: row.variant,
    task: row.task,
    title: row.title,
    latencyMs: row.latency_ms,
    requestId: row.request_id,
    request: JSON.parse(row.request_json) as KeptBody,
    answer: row.answer_json === null ? null : (JSON.parse(row.answer_json) as KeptBody),
    problem: row.problem_json === null ? null : (JSON.parse(row.problem_json) as Problem),
  };
}
