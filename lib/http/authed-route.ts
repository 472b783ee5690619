import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";

import type { Member } from "@/lib/auth/member";
import type { Permission } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/session";
import { toAppError } from "@/lib/aws/errors";
import { renewReads } from "@/lib/aws/read-cache";
import type { ErrorCode } from "@/lib/errors";
import { requireWorkspace } from "@/lib/workspaces/service";
import type { Workspace } from "@/lib/workspaces/view";

import { refuseOtherSites } from "./other-site";

const STATUS: Record<ErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  invalid: 400,
  "too-large": 413,
  quota: 409,
  throttled: 429,
  unavailable: 503,
  unexpected: 500,
};

/** Answers a route handler: checks the role, sends what `run` returns (JSON, or a Response as it is), words every failure. */
export async function authedRoute(
  permission: Permission,
  run: (context: { member: Member }) => Promise<unknown>,
): Promise<Response> {
  try {
    const member = await requireMember(permission);
    refuseOtherSites(await headers());
    const result = await run({ member });
    return result instanceof Response ? result : Response.json(result ?? null, { headers: NO_STORE });
  } catch (cause) {
    unstable_rethrow(cause); // redirect(), notFound() and the end of a prerender are Next's, not ours
    return problemResponse(cause);
  }
}

type InWorkspace = { params: Promise<{ workspace: string }> };

/**
 * The same for a route under /api/workspaces/[workspace]. A browser that asks round its own cache (`cache: "reload"`)
 * is answered round the console's too.
 */
export function workspaceRoute(
  permission: Permission,
  { params }: InWorkspace,
  run: (context: { member: Member; workspace: Workspace }) => Promise<unknown>,
): Promise<Response> {
  return authedRoute(permission, async ({ member }) => {
    const workspace = await requireWorkspace((await params).workspace);
    if ((await headers()).get("cache-control") === "no-cache") renewReads(workspace.id);
    return run({ member, workspace });
  });
}

const NO_STORE = { "cache-control": "no-store" };

function problemResponse(cause: unknown): Response {
  const { problem } = toAppError(cause);
  return Response.json(problem, { status: STATUS[problem.code], headers: NO_STORE });
}
