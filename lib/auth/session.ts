import "server-only";
import { connection } from "next/server";
import { cache } from "react";

import { database } from "@/lib/db/database";
import { AppError } from "@/lib/errors";

import type { Member } from "./member";
import { can, PERMISSIONS, type Permission } from "./permissions";
import { readSessionClaims, type SessionClaims } from "./session-claims";

/**
 * Who is signed in, read from the store once per request: a changed role counts at the next click, and somebody
 * disabled, deleted or given a new password is out at once. Null when nobody is.
 */
export const currentMember = cache(async (): Promise<Member | null> => {
  await connection(); // who asks is known at request time only, never while prerendering
  const claims = await readSessionClaims();
  return claims ? memberOf(claims) : null;
});

/** The signed-in member when they hold `permission`; throws `unauthenticated` or `forbidden`. */
export async function requireMember(permission: Permission): Promise<Member> {
  const member = await currentMember();
  if (!member) throw new AppError("unauthenticated", "You are not signed in.", { hint: "Sign in and try again." });
  if (can(member.role, permission)) return member;
  const needed = PERMISSIONS[permission];
  throw new AppError("forbidden", `This needs the ${needed} role; you are a ${member.role}.`, {
    hint: "An administrator can change your role in Settings.",
  });
}

/** The member whom session claims name, as the store knows them now. */
export async function memberOf({ memberId, sessionVersion }: SessionClaims): Promise<Member | null> {
  const db = await database();
  const row = await db
    .selectFrom("members")
    .select(["id", "name", "role"])
    .where("id", "=", memberId)
    .where("is_disabled", "=", 0)
    .where("session_version", "=", sessionVersion)
    .executeTakeFirst();
  return row ?? null;
}
