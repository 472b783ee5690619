import "server-only";
import { randomUUID } from "node:crypto";
import type { Selectable } from "kysely";

import type { Member } from "@/lib/auth/member";
import { requireOwner } from "@/lib/auth/require-owner";
import { database } from "@/lib/db/database";
import type { Schema } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import type { Workspace } from "@/lib/workspaces/view";

import { keepBody } from "./kept-body";
import { type EditExampleInput, MAX_EXAMPLE_BYTES, type SaveExampleInput } from "./schema";
import type { ExampleRow, KeptBody, SavedExample } from "./view";

/** So many examples of one task are shown and kept. */
const MAX_EXAMPLES = 100;
const LIMITS = { textBytes: MAX_EXAMPLE_BYTES, fileBytes: MAX_EXAMPLE_BYTES };

type Place = Pick<Workspace, "id">;
type Body = { body: Uint8Array; contentType: string };

/** A workspace's examples of a task, by name. */
export async function listExamples(workspace: Place, task: string): Promise<ExampleRow[]> {
  const rows = await (await database())
    .selectFrom("playground_examples")
    .selectAll()
    .where("workspace_id", "=", workspace.id)
    .where("task", "=", task)
    .orderBy("name")
    .limit(MAX_EXAMPLES)
    .execute();
  return rows.map((row) => {
    const { request, ...example } = toExample(row);
    return { ...example, bytes: request.bytes };
  });
}

/** One example with what is sent. */
export async function readExample(workspace: Place, id: string): Promise<SavedExample> {
  return toExample(await rowOf(workspace, id));
}

/** Saves an input for everybody in the workspace, tokens hidden. */
export async function saveExample(
  workspace: Place,
  member: Member,
  input: SaveExampleInput,
  { body, contentType }: Body,
): Promise<SavedExample> {
  const db = await database();
  const { count } = await db
    .selectFrom("playground_examples")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("workspace_id", "=", workspace.id)
    .where("task", "=", input.task)
    .executeTakeFirstOrThrow();
  if (Number(count) >= MAX_EXAMPLES) {
    throw new AppError("conflict", `There are already ${MAX_EXAMPLES} examples for this task.`, {
      hint: "Delete one that nobody needs any more.",
    });
  }
  const row = {
    id: randomUUID(),
    workspace_id: workspace.id,
    ...input,
    request_json: JSON.stringify(keepBody(body, contentType, LIMITS)),
    member_id: member.id,
    member_name: member.name,
    created_at: new Date().toISOString(),
  };
  const made = await db
    .insertInto("playground_examples")
    .values(row)
    .onConflict((on) => on.columns(["workspace_id", "task", "name"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) throw nameTaken(input.name);
  return toExample(row);
}

/** Changes the name and note of an example: one's own, or any with the operator role. */
export async function editExample(
  workspace: Place,
  member: Member,
  { id, name, note }: EditExampleInput,
): Promise<void> {
  const row = await rowOf(workspace, id);
  requireOwner(member, row, "edit this example");
  const db = await database();
  const same = await db
    .selectFrom("playground_examples")
    .select("id")
    .where("workspace_id", "=", workspace.id)
    .where("task", "=", row.task)
    .where("name", "=", name)
    .where("id", "!=", id)
    .executeTakeFirst();
  if (same) throw nameTaken(name);
  await db.updateTable("playground_examples").set({ name, note }).where("id", "=", id).execute();
}

/** Deletes an example: one's own, or any with the operator role. */
export async function deleteExample(workspace: Place, member: Member, id: string): Promise<void> {
  requireOwner(member, await rowOf(workspace, id), "delete this example");
  await (await database()).deleteFrom("playground_examples").where("id", "=", id).execute();
}

async function rowOf(workspace: Place, id: string): Promise<Selectable<Schema["playground_examples"]>> {
  const row = await (await database())
    .selectFrom("playground_examples")
    .selectAll()
    .where("workspace_id", "=", workspace.id)
    .where("id", "=", id)
    .executeTakeFirst();
  if (row) return row;
  throw new AppError("not-found", "This example is not there any more.", { hint: "Somebody may have deleted it." });
}

const nameTaken = (name: string) =>
  new AppError("conflict", `There is already an example "${name}" for this task.`, {
    fieldErrors: { name: ["This name is taken."] },
  });

function toExample(row: Schema["playground_examples"]): SavedExample {
  return {
    id: row.id,
    task: row.task,
    name: row.name,
    note: row.note,
    memberId: row.member_id,
    memberName: row.member_name,
    createdAt: row.created_at,
    request: JSON.parse(row.request_json) as KeptBody,
  };
}
