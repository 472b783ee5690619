import "server-only";
import { database } from "@/lib/db/database";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

import type { SaveDefaultsInput, SaveWorkspaceInput } from "./schema";
import type { Workspace } from "./view";

type Row = {
  id: string;
  label: string;
  region: string;
  is_emulator: number;
  endpoint_url: string | null;
  role_arn: string | null;
  execution_role_arn: string | null;
  bucket: string | null;
};

/** Every workspace there is, oldest first. The emulator's is there only while the emulator runs. */
export async function listWorkspaces(): Promise<Workspace[]> {
  const db = await database();
  const rows = await db.selectFrom("workspaces").selectAll().orderBy("created_at").orderBy("id").execute();
  return rows.map(toWorkspace).filter(isUsable);
}

/** The workspace of that id; throws `not-found`. */
export async function requireWorkspace(id: string): Promise<Workspace> {
  const db = await database();
  const row = await db.selectFrom("workspaces").selectAll().where("id", "=", id).executeTakeFirst();
  const workspace = row && toWorkspace(row);
  if (workspace && isUsable(workspace)) return workspace;
  throw new AppError("not-found", `There is no workspace ${id}.`, { hint: "Choose one from the list in the top bar." });
}

/** Adds a workspace; its id stays for good, because it is in every link. */
export async function addWorkspace(input: SaveWorkspaceInput): Promise<void> {
  if (!(await insertWorkspace({ ...fromInput(input), is_emulator: 0, execution_role_arn: null, bucket: null }))) {
    throw new AppError("conflict", `There is already a workspace ${input.id}.`, {
      fieldErrors: { id: ["This id is taken."] },
    });
  }
}

/** Inserts a workspace; false when the id is taken. */
export async function insertWorkspace(row: Row): Promise<boolean> {
  const db = await database();
  const inserted = await db
    .insertInto("workspaces")
    .values({ ...row, created_at: new Date().toISOString() })
    .onConflict((on) => on.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Changes label, region, endpoint URL and role of a workspace. */
export async function updateWorkspace(input: SaveWorkspaceInput): Promise<void> {
  await refuseEmulator(input.id, "changed");
  const { id, ...values } = fromInput(input);
  const db = await database();
  await db.updateTable("workspaces").set(values).where("id", "=", id).execute();
}

/** Removes a workspace from the console with its settings; nothing in the account changes. */
export async function deleteWorkspace(id: string): Promise<void> {
  await refuseEmulator(id, "deleted");
  const db = await database();
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom("settings").where("scope", "=", id).execute();
    await trx.deleteFrom("playground_calls").where("workspace_id", "=", id).execute();
    await trx.deleteFrom("playground_examples").where("workspace_id", "=", id).execute();
    await trx.deleteFrom("cost_fleets").where("workspace_id", "=", id).execute();
    await trx.deleteFrom("workspaces").where("id", "=", id).execute();
  });
}

/** Sets what forms in this workspace start with. */
export async function saveDefaults(id: string, input: SaveDefaultsInput): Promise<void> {
  const db = await database();
  await db
    .updateTable("workspaces")
    .set({ execution_role_arn: input.executionRoleArn, bucket: input.bucket })
    .where("id", "=", id)
    .execute();
}

async function refuseEmulator(id: string, verb: string): Promise<void> {
  if (!(await requireWorkspace(id)).isEmulator) return;
  throw new AppError("conflict", `The built-in emulator's workspace cannot be ${verb}.`, {
    hint: "Its defaults can be changed under Defaults.",
  });
}

function isUsable(workspace: Workspace): boolean {
  return !workspace.isEmulator || env().EMULATOR_URL !== undefined;
}

function fromInput({ id, label, region, endpointUrl, roleArn }: SaveWorkspaceInput) {
  return { id, label, region, endpoint_url: endpointUrl, role_arn: roleArn };
}

function toWorkspace(row: Row): Workspace {
  return {
    id: row.id,
    label: row.label,
    region: row.region,
    isEmulator: row.is_emulator === 1,
    endpointUrl: row.endpoint_url,
    roleArn: row.role_arn,
    executionRoleArn: row.execution_role_arn,
    bucket: row.bucket,
  };
}
