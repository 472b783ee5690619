import "server-only";
import NextAuth from "next-auth";

import { authOptions } from "./auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Answers /api/auth/…: sign-in, sign-out, the identity provider's callback. */
export async function nextAuthRoute(request: Request, context: Context): Promise<Response> {
  if (isRefusal(new URL(request.url))) return toSignIn("AccessDenied");
  // next-auth types its handler for the Pages Router; given a Request it answers a Response.
  const handle = NextAuth as unknown as (...args: unknown[]) => Promise<Response>;
  return handle(request, context, authOptions());
}

// next-auth takes a person's or provider's "no" for a fault: a stack in the log, and a message that says nothing.
function isRefusal({ pathname, searchParams }: URL): boolean {
  return pathname.endsWith("/callback/oidc") && searchParams.get("error") === "access_denied";
}

function toSignIn(error: string): Response {
  return new Response(null, { status: 302, headers: { location: `/sign-in?error=${error}` } });
}
