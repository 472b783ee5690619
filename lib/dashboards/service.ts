import "server-only";
import { randomUUID } from "node:crypto";
import type { Selectable } from "kysely";

import type { Member } from "@/lib/auth/member";
import { requireOwner } from "@/lib/auth/require-owner";
import { database } from "@/lib/db/database";
import type { Schema } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import type { Workspace } from "@/lib/workspaces/view";

import { type CreateDashboardInput, DashboardPanel, type SaveDashboardInput } from "./schema";
import type { SavedDashboard } from "./view";

/** So many are shown and kept in a workspace. */
const MAX_DASHBOARDS = 200;

type Place = Pick<Workspace, "id">;
type Row = Selectable<Schema["dashboards"]>;

/** A workspace's dashboards, by name. */
export async function listDashboards(workspace: Place): Promise<SavedDashboard[]> {
  const rows = await (await database())
    .selectFrom("dashboards")
    .selectAll()
    .where("workspace_id", "=", workspace.id)
    .orderBy("name")
    .limit(MAX_DASHBOARDS)
    .execute();
  return rows.map(toDashboard);
}

/** One dashboard; throws `not-found`. */
export async function readDashboard(workspace: Place, id: string): Promise<SavedDashboard> {
  return toDashboard(await rowOf(workspace, id));
}

/** Makes a dashboard that everybody in the workspace sees; throws `conflict` when the name is taken. */
export async function createDashboard(
  workspace: Place,
  member: Member,
  { name, panels }: CreateDashboardInput,
): Promise<SavedDashboard> {
  const db = await database();
  if ((await listDashboards(workspace)).length >= MAX_DASHBOARDS) {
    throw new AppError("conflict", `There are already ${MAX_DASHBOARDS} dashboards.`, {
      hint: "Delete one that nobody needs any more.",
    });
  }
  const now = new Date().toISOString();
  const row: Row = {
    id: randomUUID(),
    workspace_id: workspace.id,
    name,
    panels_json: JSON.stringify(panels),
    member_id: member.id,
    member_name: member.name,
    created_at: now,
    updated_at: now,
    updated_by: member.name,
    version: 1,
  };
  const made = await db
    .insertInto("dashboards")
    .values(row)
    .onConflict((on) => on.columns(["workspace_id", "name"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) throw nameTaken(name);
  return toDashboard(row);
}

/** Saves a dashboard: one's own, or any with the operator role. Throws `conflict` when somebody saved it meanwhile. */
export async function saveDashboard(
  workspace: Place,
  member: Member,
  { id, version, name, panels }: SaveDashboardInput,
): Promise<SavedDashboard> {
  const row = await rowOf(workspace, id);
  requireOwner(member, row, "change this dashboard");
  const db = await database();
  const same = await db
    .selectFrom("dashboards")
    .select("id")
    .where("workspace_id", "=", workspace.id)
    .where("name", "=", name)
    .where("id", "!=", id)
    .executeTakeFirst();
  if (same) throw nameTaken(name);
  const changes = {
    name,
    panels_json: JSON.stringify(panels),
    updated_at: new Date().toISOString(),
    updated_by: member.name,
    version: version + 1,
  };
  const { numUpdatedRows } = await db
    .updateTable("dashboards")
    .set(changes)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0) throw savedMeanwhile(await rowOf(workspace, id));
  return toDashboard({ ...row, ...changes });
}

/** Deletes a dashboard: one's own, or any with the operator role. */
export async function deleteDashboard(workspace: Place, member: Member, id: string): Promise<void> {
  requireOwner(member, await rowOf(workspace, id), "delete this dashboard");
  await (await database()).deleteFrom("dashboards").where("id", "=", id).execute();
}

async function rowOf(workspace: Place, id: string): Promise<Row> {
  const row = await (await database())
    .selectFrom("dashboards")
    .selectAll()
    .where("workspace_id", "=", workspace.id)
    .where("id", "=", id)
    .executeTakeFirst();
  if (row) return row;
  throw new AppError("not-found", "This dashboard is not there any more.", { hint: "Somebody may have deleted it." });
}

const nameTaken = (name: string) =>
  new AppError("conflict", `There is already a dashboard "${name}".`, {
    fieldErrors: { name: ["This name is taken."] },
  });

const savedMeanwhile = ({ updated_by }: Row) =>
  new AppError("conflict", `${updated_by} saved this dashboard meanwhile.`, {
    hint: "Open it again to see their changes, or save yours as another dashboard.",
  });

/** Charts that the catalogue no longer has are left out. */
function toDashboard(row: Row): SavedDashboard {
  const kept = JSON.parse(row.panels_json) as unknown[];
  return {
    id: row.id,
    name: row.name,
    panels: kept.flatMap((panel) => DashboardPanel.safeParse(panel).data ?? []),
    memberId: row.member_id,
    memberName: row.member_name,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    version: row.version,
  };
}
