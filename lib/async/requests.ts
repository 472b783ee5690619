import "server-only";
import type { Selectable } from "kysely";

import type { Member } from "@/lib/auth/member";
import { can } from "@/lib/auth/permissions";
import { database } from "@/lib/db/database";
import type { Database, Schema } from "@/lib/db/schema";
import { AppError, type Problem } from "@/lib/errors";
import type { KeptBody } from "@/lib/playground/view";
import type { Workspace } from "@/lib/workspaces/view";

import type { ListAsyncInput } from "./request-schema";
import type { AsyncDetail, AsyncPage, AsyncRow } from "./request-view";

export type AsyncRecord = Selectable<Schema["async_requests"]>;
export type Viewer = { workspace: Pick<Workspace, "id">; member: Member };

/** A page of the inbox, newest first: one's own requests, and everybody's for who may see them. */
export async function listAsyncRequests(viewer: Viewer, input: ListAsyncInput): Promise<AsyncPage> {
  const db = await database();
  const matching = filtered(visible(db, viewer), viewer, input);
  const [items, count, open] = await Promise.all([
    matching
      .selectAll()
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .offset((input.page - 1) * input.limit)
      .limit(input.limit)
      .execute(),
    matching.select((eb) => eb.fn.countAll().as("total")).executeTakeFirst(),
    matching
      .where("state", "in", ["sending", "queued"])
      .select((eb) => eb.fn.countAll().as("total"))
      .executeTakeFirst(),
  ]);
  return { items: items.map(toRow), total: Number(count?.total ?? 0), open: Number(open?.total ?? 0) };
}

/** A request that the viewer may see; somebody else's is not there for who may not. */
export async function readRecord(viewer: Viewer, id: string): Promise<AsyncRecord> {
  const row = await visible(await database(), viewer)
    .where("id", "=", id)
    .selectAll()
    .executeTakeFirst();
  if (row) return row;
  throw new AppError("not-found", "This request is not in the inbox.", {
    hint: "It was deleted from the list, or is one of somebody else.",
  });
}

/** Takes requests out of the inbox. What lies in S3 stays, and what waits at SageMaker is still worked on. */
export async function forgetRequests(viewer: Viewer, ids: string[]): Promise<void> {
  const db = await database();
  const seen = await visible(db, viewer).where("id", "in", ids).select("id").execute();
  if (seen.length === 0) return;
  const mine = seen.map(({ id }) => id);
  await db.deleteFrom("async_requests").where("id", "in", mine).execute();
}

function visible(db: Database, { workspace, member }: Viewer) {
  const here = db.selectFrom("async_requests").where("workspace_id", "=", workspace.id);
  return can(member.role, "endpoint:read-requests") ? here : here.where("member_id", "=", member.id);
}

function filtered(query: ReturnType<typeof visible>, { member }: Viewer, input: ListAsyncInput) {
  let found = query;
  if (input.endpoint) found = found.where("endpoint", "=", input.endpoint);
  if (input.state) found = found.where("state", "=", input.state);
  if (input.mine) found = found.where("member_id", "=", member.id);
  for (const word of (input.search ?? "").toLowerCase().split(/\s+/).filter(Boolean)) {
    // The escape is said, because SQLite has none by itself.
    const like = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    found = found.where(({ eb, fn, or }) =>
      or(
        (["title", "endpoint", "member_name", "problem", "input_uri", "id"] as const).map((column) =>
          eb(fn("lower", [fn.coalesce(column, eb.val(""))]), "like", like),
        ),
      ),
    );
  }
  return found;
}

function toRow(row: AsyncRecord): AsyncRow {
  return {
    id: row.id,
    at: row.at,
    endpoint: row.endpoint,
    task: row.task,
    title: row.title,
    state: row.state,
    memberId: row.member_id,
    memberName: row.member_name,
    finishedAt: row.finished_at,
    problem: row.problem,
  };
}

/** A row as it is shown on its own. */
export function toDetail(row: AsyncRecord): AsyncDetail {
  return {
    ...toRow(row),
    contentType: row.content_type,
    inputUri: row.input_uri,
    outputUri: row.output_uri,
    failureUri: row.failure_uri,
    ttlSeconds: row.ttl_seconds,
    timeoutSeconds: row.timeout_seconds,
    request: parsed<KeptBody>(row.request_json),
    answer: parsed<KeptBody>(row.answer_json),
    problem: parsed<Problem>(row.problem_json),
  };
}

function parsed<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T);
}
