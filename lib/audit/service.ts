import "server-only";
import { type SelectQueryBuilder, sql } from "kysely";

import { database } from "@/lib/db/database";
import type { Schema } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";

import { ListActivityInput } from "./schema";
import type { ActivityFacets, ActivityOutcome, ActivityPage, ActivityRow } from "./view";

const PAGE_SIZE = 50;
/** More marks than this would hide a chart. */
const MAX_CHANGES = 50;

/** No change takes longer; one that is "started" for so long will not tell any more how it ended. */
const UNKNOWN_AFTER_MS = 5 * 60_000;

/** Changes in a workspace and of the whole console, newest first, a page at a time. */
export async function listActivity(workspaceId: string, raw: ListActivityInput): Promise<ActivityPage> {
  const parsed = ListActivityInput.safeParse(raw);
  if (!parsed.success) throw new AppError("invalid", parsed.error.issues[0]?.message ?? "Check the filters.");
  const { person, action, outcome, search, cursor } = parsed.data;
  const unknownBefore = new Date(Date.now() - UNKNOWN_AFTER_MS).toISOString();

  let query = (await inWorkspace(workspaceId)).selectAll("audit");
  if (person) query = query.where("member_name", "=", person);
  if (action) query = query.where("action", "=", action);
  if (outcome === "unknown") query = query.where("outcome", "=", "started").where("at", "<", unknownBefore);
  else if (outcome) query = query.where("outcome", "=", outcome);
  if (search) query = matching(query, search);
  if (cursor) query = after(query, cursor);

  const rows = await query
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(PAGE_SIZE + 1)
    .execute();
  const items = rows.slice(0, PAGE_SIZE).map((row) => toView(row, unknownBefore));
  const last = items.at(-1);
  return { items, nextCursor: rows.length > PAGE_SIZE && last ? `${last.at}_${last.id}` : null };
}

/** Changes of one thing that succeeded in a span of time, oldest first; `target` is as the log writes it: `endpoint demo`. */
export async function listChangesOf(
  workspaceId: string,
  target: string,
  from: string,
  to: string,
): Promise<Pick<ActivityRow, "at" | "action" | "memberName">[]> {
  const db = await database();
  const rows = await db
    .selectFrom("audit")
    .select(["at", "action", "member_name"])
    .where("workspace_id", "=", workspaceId)
    .where("target", "=", target)
    .where("outcome", "=", "succeeded")
    .where("at", ">=", from)
    .where("at", "<", to)
    // A person who tries a model is no change of it.
    .where("action", "!=", "endpoint:invoke")
    .orderBy("at")
    .limit(MAX_CHANGES)
    .execute();
  return rows.map((row) => ({ at: row.at, action: row.action, memberName: row.member_name }));
}

/** Who and what the filters can choose from. */
export async function activityFacets(workspaceId: string): Promise<ActivityFacets> {
  const [people, actions] = await Promise.all([
    (await inWorkspace(workspaceId)).select("member_name").distinct().orderBy("member_name").execute(),
    (await inWorkspace(workspaceId)).select("action").distinct().orderBy("action").execute(),
  ]);
  return { people: people.map((row) => row.member_name), actions: actions.map((row) => row.action) };
}

type AuditQuery<O> = SelectQueryBuilder<Schema, "audit", O>;

async function inWorkspace(workspaceId: string) {
  const db = await database();
  return db
    .selectFrom("audit")
    .where((eb) => eb.or([eb("workspace_id", "=", workspaceId), eb("workspace_id", "is", null)]));
}

function matching<O>(query: AuditQuery<O>, search: string): AuditQuery<O> {
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return query.where((eb) =>
    eb.or(
      (["target", "error_message", "request_ids_json"] as const).map(
        (column) => sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`,
      ),
    ),
  );
}

function after<O>(query: AuditQuery<O>, cursor: string): AuditQuery<O> {
  const [at = "", id = ""] = cursor.split("_");
  return query.where((eb) => eb.or([eb("at", "<", at), eb.and([eb("at", "=", at), eb("id", "<", id)])]));
}

function toView(row: Schema["audit"], unknownBefore: string): ActivityRow {
  return {
    id: row.id,
    at: row.at,
    memberName: row.member_name,
    memberRole: row.member_role,
    workspaceId: row.workspace_id,
    action: row.action,
    target: row.target,
    outcome: outcomeOf(row, unknownBefore),
    requestIds: JSON.parse(row.request_ids_json) as string[],
    errorCode: row.error_code,
    errorMessage: row.error_message,
    durationMs: row.finished_at ? Date.parse(row.finished_at) - Date.parse(row.at) : null,
  };
}

function outcomeOf(row: Schema["audit"], unknownBefore: string): ActivityOutcome {
  if (row.outcome !== "started") return row.outcome;
  return row.at < unknownBefore ? "unknown" : "running";
}
