import "server-only";
import NextAuth from "next-auth";

import { authOptions } from "./auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Answers /api/auth/…: sign-in, sign-out, the identity provider's callback. */
export function nextAuthRoute(request: Request, context: Context): Promise<Response> {
  // next-auth types its handler for the Pages Router; given a Request it answers a Response.
  const handle = NextAuth as unknown as (...args: unknown[]) => Promise<Response>;
  return handle(request, context, authOptions());
}
