import "server-only";
import type { NextRequest } from "next/server";
import { getToken } from "next-auth/jwt";

import { sessionSecret } from "./session-secret";

/** True when the request carries a session cookie of ours that has not expired. Not a permission check. */
export async function hasSession(request: NextRequest): Promise<boolean> {
  return (await getToken({ req: request, secret: sessionSecret() })) !== null;
}
