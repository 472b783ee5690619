import "server-only";
import { cookies } from "next/headers";
import { type GetTokenParams, getToken, type JWT } from "next-auth/jwt";

import { sessionSecret } from "./session-secret";

/** What the session cookie says: who signed in, and which generation of their sessions it belongs to. */
export type SessionClaims = { memberId: string; sessionVersion: number };

/**
 * What this request's session cookie says; null without one, or when it is expired or not signed by us. next-auth's
 * `getServerSession` also makes a new cookie for each request, which no page or route can send: twice the work.
 */
export async function readSessionClaims(): Promise<SessionClaims | null> {
  const token = await getToken({ req: cookiesOnly(await cookies()), secret: sessionSecret() });
  return token && claimsOf(token);
}

/** The claims of a session's decrypted token. */
export function claimsOf(token: JWT): SessionClaims {
  return { memberId: String(token.sub), sessionVersion: Number(token.sessionVersion) };
}

/** No headers: a session counts from its cookie alone, never from an Authorization header. The types know whole requests only. */
function cookiesOnly(store: Awaited<ReturnType<typeof cookies>>): GetTokenParams["req"] {
  const all = Object.fromEntries(store.getAll().map(({ name, value }) => [name, value]));
  return { cookies: all, headers: {} } as unknown as GetTokenParams["req"];
}
