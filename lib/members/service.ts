import "server-only";
import { randomUUID } from "node:crypto";

import type { Member } from "@/lib/auth/member";
import { generatePassword, hashPassword, verifyPassword } from "@/lib/auth/passwords";
import type { Role } from "@/lib/auth/permissions";
import { database } from "@/lib/db/database";
import type { Database } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";

import type { AddMemberInput, ChangeOwnPasswordInput } from "./schema";
import type { MemberView, NewPassword } from "./view";

/** Everybody who may sign in, by name. */
export async function listMembers(): Promise<MemberView[]> {
  const db = await database();
  const rows = await db.selectFrom("members").selectAll().orderBy("name").execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    isDisabled: row.is_disabled === 1,
    hasPassword: row.password_hash !== null,
    createdAt: row.created_at,
    lastSignInAt: row.last_sign_in_at,
  }));
}

/** Adds a local account with a generated password. */
export async function addMember({ name, role }: AddMemberInput): Promise<NewPassword> {
  const password = generatePassword();
  if (!(await insertMember({ name, role, password }))) throw nameTaken(name);
  return { name, password };
}

/** Inserts a local account; false when the name is taken. */
export async function insertMember(member: { name: string; role: Role; password: string }): Promise<boolean> {
  const db = await database();
  const inserted = await db
    .insertInto("members")
    .values({
      id: randomUUID(),
      name: member.name,
      password_hash: await hashPassword(member.password),
      subject: null,
      role: member.role,
      is_disabled: 0,
      session_version: 0,
      created_at: new Date().toISOString(),
      last_sign_in_at: null,
    })
    .onConflict((on) => on.column("name").doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Takes effect at the member's next click: roles are read from here at each check. */
export async function changeRole(actor: Member, { id, role }: { id: string; role: Role }): Promise<void> {
  if (actor.id === id) throw notOneself("change your own role");
  await changeMember(id, (db) => db.updateTable("members").set({ role }).where("id", "=", id).executeTakeFirst());
}

/** A disabled member's sessions end at once; their rows in the activity log stay. */
export async function setDisabled(actor: Member, input: { id: string; isDisabled: boolean }): Promise<void> {
  if (actor.id === input.id) throw notOneself("disable your own account");
  await changeMember(input.id, (db) =>
    db
      .updateTable("members")
      .set({ is_disabled: input.isDisabled ? 1 : 0 })
      .where("id", "=", input.id)
      .executeTakeFirst(),
  );
}

/** Removes a member; their rows in the activity log stay. */
export async function deleteMember(actor: Member, id: string): Promise<void> {
  if (actor.id === id) throw notOneself("delete your own account");
  await changeMember(id, (db) => db.deleteFrom("members").where("id", "=", id).executeTakeFirst());
}

/** Gives a local account a new generated password and ends its sessions. */
export async function resetPassword(id: string): Promise<NewPassword> {
  const password = generatePassword();
  const name = await setPassword(id, password);
  return { name, password };
}

/** Changes one's own password after checking the present one; every session ends, this one too. */
export async function changeOwnPassword(member: Member, input: ChangeOwnPasswordInput): Promise<void> {
  const db = await database();
  const row = await db.selectFrom("members").select("password_hash").where("id", "=", member.id).executeTakeFirst();
  if (!(await verifyPassword(row?.password_hash ?? null, input.current))) {
    throw new AppError("invalid", "Check the marked fields.", {
      fieldErrors: { current: ["This is not your present password."] },
    });
  }
  await setPassword(member.id, input.next);
}

async function setPassword(id: string, password: string): Promise<string> {
  const db = await database();
  const password_hash = await hashPassword(password);
  const row = await db
    .updateTable("members")
    .set((eb) => ({ password_hash, session_version: eb("session_version", "+", 1) }))
    .where("id", "=", id)
    .where("password_hash", "is not", null)
    .returning("name")
    .executeTakeFirst();
  if (row) return row.name;
  throw new AppError("not-found", "There is no such member with a password here.", {
    hint: "People who come from the identity provider change their password there.",
  });
}

type Changed = { numUpdatedRows?: bigint; numDeletedRows?: bigint };

async function changeMember(id: string, change: (db: Database) => Promise<Changed>): Promise<void> {
  const db = await database();
  // Serializable: two administrators who demote each other at the same moment must not both succeed.
  await db
    .transaction()
    .setIsolationLevel("serializable")
    .execute(async (trx) => {
      const { numUpdatedRows = 0n, numDeletedRows = 0n } = await change(trx);
      if (numUpdatedRows + numDeletedRows === 0n) throw noMember(id);
      await requireAdministrator(trx);
    });
}

async function requireAdministrator(db: Database): Promise<void> {
  const admin = await db
    .selectFrom("members")
    .select("id")
    .where("role", "=", "admin")
    .where("is_disabled", "=", 0)
    .limit(1)
    .executeTakeFirst();
  if (admin) return;
  throw new AppError("conflict", "The console needs at least one administrator.", {
    hint: "Make somebody else an administrator first.",
  });
}

const noMember = (id: string) => new AppError("not-found", `There is no member ${id}.`);

const notOneself = (what: string) =>
  new AppError("conflict", `You cannot ${what}.`, { hint: "Ask another administrator to do it." });

const nameTaken = (name: string) =>
  new AppError("conflict", `There is already a member ${name}.`, {
    fieldErrors: { name: ["This name is taken."] },
  });
