import "server-only";
import { randomUUID } from "node:crypto";

import { verifyPassword } from "@/lib/auth/passwords";
import type { Role } from "@/lib/auth/permissions";
import { clearAttempts, countAttempt } from "@/lib/auth/sign-in-attempts";
import { database } from "@/lib/db/database";

/** What a session remembers of a member; everything else is read again at each check. */
export type SignedIn = { id: string; name: string; sessionVersion: number };
export type SignInResult = SignedIn | { refused: "wrong" | "disabled" } | { refused: "wait"; seconds: number };

/** Checks a local account's password. Says the same, after the same time, whether or not the account exists. */
export async function signInWithPassword(name: string, password: string, address: string): Promise<SignInResult> {
  const account = name.trim().toLowerCase();
  const seconds = await countAttempt(account, address);
  if (seconds > 0) return { refused: "wait", seconds };

  const db = await database();
  const row = await db.selectFrom("members").selectAll().where("name", "=", account).executeTakeFirst();
  if (!(await verifyPassword(row?.password_hash ?? null, password)) || !row) return { refused: "wrong" };
  await clearAttempts(account, address);
  if (row.is_disabled === 1) return { refused: "disabled" };
  await noteSignIn(row.id);
  return { id: row.id, name: row.name, sessionVersion: row.session_version };
}

/**
 * Signs in somebody whom the identity provider vouches for, adding them on their first visit.
 * `role` is what their groups give; null leaves the role that an administrator set here.
 */
export async function signInWithIdentity(identity: {
  subject: string;
  name: string;
  role: Role | null;
  firstRole: Role;
}): Promise<SignInResult> {
  const db = await database();
  const now = new Date().toISOString();
  const row = await db
    .insertInto("members")
    .values({
      id: randomUUID(),
      name: await freeName(identity.name.toLowerCase(), identity.subject),
      password_hash: null,
      subject: identity.subject,
      role: identity.role ?? identity.firstRole,
      is_disabled: 0,
      session_version: 0,
      created_at: now,
      last_sign_in_at: now,
    })
    .onConflict((on) =>
      on.column("subject").doUpdateSet({ last_sign_in_at: now, ...(identity.role ? { role: identity.role } : {}) }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  if (row.is_disabled === 1) return { refused: "disabled" };
  return { id: row.id, name: row.name, sessionVersion: row.session_version };
}

// A name from outside must never collide with a local account, or it would look like that person in the log.
async function freeName(wished: string, subject: string): Promise<string> {
  const db = await database();
  const holder = await db.selectFrom("members").select("subject").where("name", "=", wished).executeTakeFirst();
  return !holder || holder.subject === subject ? wished : `${wished} (${subject.slice(-8)})`;
}

async function noteSignIn(id: string): Promise<void> {
  const db = await database();
  await db.updateTable("members").set({ last_sign_in_at: new Date().toISOString() }).where("id", "=", id).execute();
}
