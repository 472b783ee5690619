import "server-only";
import type { NextAuthOptions, Session, User } from "next-auth";
import type { JWT } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";

import { type SignedIn, signInWithIdentity, signInWithPassword } from "@/lib/members/sign-in";

import { groupsDecide, type OidcConfig, oidcConfig, roleOfClaims } from "./oidc-config";
import { claimsOf } from "./session-claims";
import { sessionSecret } from "./session-secret";

const SEVEN_DAYS_IN_SECONDS = 7 * 24 * 60 * 60;

/** next-auth's settings. A function, because the secret and the environment are read at request time, not at build. */
export function authOptions(): NextAuthOptions {
  const oidc = oidcConfig();
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: SEVEN_DAYS_IN_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    providers: oidc ? [passwordProvider(), oidcProvider(oidc)] : [passwordProvider()],
    callbacks: {
      signIn: ({ user, profile, account }) =>
        account?.provider === "oidc" && oidc ? admit(oidc, user, { ...profile }) : true,
      jwt: ({ token, user }) => (user ? toToken(token, user) : token),
      session: ({ session, token }) => toSession(session, token),
    },
    logger: { error: logError, warn: () => {}, debug: () => {} },
  };
}

function passwordProvider() {
  return Credentials({
    name: "Password",
    credentials: { name: {}, password: {} },
    async authorize(credentials, request) {
      const { name = "", password = "" } = credentials ?? {};
      if (name.length > 200 || password.length > 200) return null;
      const result = await signInWithPassword(name, password, addressOf(request.headers));
      if (!("refused" in result)) return result;
      if (result.refused === "wrong") return null;
      // next-auth hands the message to the sign-in page as ?error=
      throw new Error(result.refused === "wait" ? `wait-${result.seconds}` : result.refused);
    },
  });
}

function oidcProvider(config: OidcConfig): OAuthConfig<Record<string, unknown>> {
  return {
    id: "oidc",
    name: config.label,
    type: "oauth",
    idToken: true,
    wellKnown: `${config.issuer}/.well-known/openid-configuration`,
    clientId: config.clientId,
    clientSecret: config.clientSecret,
    authorization: { params: { scope: config.scope } },
    checks: ["pkce", "state", "nonce"],
    profile: (claims) => ({ id: String(claims.sub), name: nameOf(claims) }),
  };
}

/** Lets somebody in whom the provider vouches for, or says where to go instead. */
async function admit(config: OidcConfig, user: User, claims: Record<string, unknown>): Promise<boolean | string> {
  const role = roleOfClaims(config, claims) ?? (groupsDecide(config) ? config.defaultRole : null);
  const firstRole = role ?? config.defaultRole;
  if (firstRole === "none" || role === "none") return "/sign-in?error=no-role";
  const subject = `${config.issuer} ${user.id}`;
  const result = await signInWithIdentity({ subject, name: nameOf(claims), role, firstRole });
  if ("refused" in result) return "/sign-in?error=disabled";
  Object.assign(user, result); // the same object reaches the jwt callback
  return true;
}

function nameOf(claims: Record<string, unknown>): string {
  const name = claims.preferred_username ?? claims.email ?? claims.name ?? claims.sub;
  return String(name).slice(0, 64);
}

function toToken(token: JWT, user: User): JWT {
  const { id, sessionVersion } = user as User & SignedIn;
  return { sub: id, sessionVersion, iat: token.iat, exp: token.exp };
}

function toSession(session: Session, token: JWT): Session {
  return { expires: session.expires, ...claimsOf(token) };
}

function addressOf(headers: Record<string, unknown> | undefined): string {
  return (
    String(headers?.["x-forwarded-for"] ?? "unknown")
      .split(",")[0]
      ?.trim() ?? "unknown"
  );
}

// A stale cookie (signed with another secret) is an everyday event, not an error with a stack.
function logError(code: string, detail: unknown): void {
  if (code === "JWT_SESSION_ERROR") return;
  const message = detail instanceof Error ? detail.message : (detail as { error?: Error })?.error?.message;
  console.error(`sign-in: ${code}${message ? `: ${message}` : ""}`);
}
