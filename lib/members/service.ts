import "server-only";
import { randomUUID } from "node:crypto";
import type { ExpressionBuilder } from "kysely";

import type { Member } from "@/lib/auth/member";
import { generatePassword, hashPassword, verifyPassword } from "@/lib/auth/passwords";
import type { Role } from "@/lib/auth/permissions";
import { clearAttempts, countAttempt } from "@/lib/auth/sign-in-attempts";
import { database } from "@/lib/db/database";
import type { Database, Schema } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";

import type { AddMemberInput, ChangeOwnPasswordInput } from "./schema";
import type { MemberView, NewPassword } from "./view";

/** Stands for the address in the count of wrong passwords. */
const OWN_SESSION = "own session";

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

/** False for people who come from the identity provider: they have no password here to change. */
export async function hasPassword({ id }: Member): Promise<boolean> {
  const db = await database();
  const row = await db.selectFrom("members").select("password_hash").where("id", "=", id).executeTakeFirst();
  return (row?.password_hash ?? null) !== null;
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
export async function changeRole(actor: Member, { role, ...who }: Who & { role: Role }): Promise<void> {
  if (actor.id === who.id) throw notOneself("change your own role");
  await changeMember((db) => db.updateTable("members").set({ role }).where(isMember(who)).executeTakeFirst());
}

/** A disabled member's sessions end at once; their rows in the activity log stay. */
export async function setDisabled(actor: Member, { isDisabled, ...who }: Who & { isDisabled: boolean }): Promise<void> {
  if (actor.id === who.id) throw notOneself("disable your own account");
  const is_disabled = isDisabled ? 1 : 0;
  await changeMember((db) => db.updateTable("members").set({ is_disabled }).where(isMember(who)).executeTakeFirst());
}

/** Removes a member; their rows in the activity log stay. */
export async function deleteMember(actor: Member, who: Who): Promise<void> {
  if (actor.id === who.id) throw notOneself("delete your own account");
  await changeMember(async (db) => {
    await db.deleteFrom("playground_calls").where("member_id", "=", who.id).execute();
    return db.deleteFrom("members").where(isMember(who)).executeTakeFirst();
  });
}

/** Gives a local account a new generated password and ends its sessions. */
export async function resetPassword(who: Who): Promise<NewPassword> {
  const password = generatePassword();
  await setPassword(who, password);
  return { name: who.name, password };
}

/** Changes one's own password after checking the present one; every session ends, this one too. */
export async function changeOwnPassword(member: Member, input: ChangeOwnPasswordInput): Promise<void> {
  // Counted like sign-ins: who finds an open session must not guess the password through it.
  const seconds = await countAttempt(member.name, OWN_SESSION);
  if (seconds > 0) {
    throw new AppError("throttled", `Too many wrong passwords. Try again in ${seconds} seconds.`);
  }
  const db = await database();
  const row = await db.selectFrom("members").select("password_hash").where("id", "=", member.id).executeTakeFirst();
  if (!(await verifyPassword(row?.password_hash ?? null, input.current))) {
    throw new AppError("invalid", "Check the marked fields.", {
      fieldErrors: { current: ["This is not your present password."] },
    });
  }
  await clearAttempts(member.name, OWN_SESSION);
  await setPassword(member, input.next);
}

async function setPassword(who: Who, password: string): Promise<void> {
  const db = await database();
  const password_hash = await hashPassword(password);
  const { numUpdatedRows } = await db
    .updateTable("members")
    .set((eb) => ({ password_hash, session_version: eb("session_version", "+", 1) }))
    .where(isMember(who))
    .where("password_hash", "is not", null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  throw new AppError("not-found", "There is no such member with a password here.", {
    hint: "People who come from the identity provider change their password there.",
  });
}

/** Both must fit: the name is what the activity log says, so it must be the one that was changed. */
type Who = { id: string; name: string };

function isMember({ id, name }: Who) {
  return (eb: ExpressionBuilder<Schema, "members">) => eb.and({ id, name });
}

type Changed = { numUpdatedRows?: bigint; numDeletedRows?: bigint };

async function changeMember(change: (db: Database) => Promise<Changed>): Promise<void> {
  const db = await database();
  // Serializable: two administrators who demote each other at the same moment must not both succeed.
  await db
    .transaction()
    .setIsolationLevel("serializable")
    .execute(async (trx) => {
      const { numUpdatedRows = 0n, numDeletedRows = 0n } = await change(trx);
      if (numUpdatedRows + numDeletedRows === 0n) throw noMember();
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

const noMember = () =>
  new AppError("not-found", "This member does not exist any more.", { hint: "Reload the page to see who is there." });

const notOneself = (what: string) =>
  new AppError("conflict", `You cannot ${what}.`, { hint: "Ask another administrator to do it." });

const nameTaken = (name: string) =>
  new AppError("conflict", `There is already a member ${name}.`, {
    fieldErrors: { name: ["This name is taken."] },
  });
