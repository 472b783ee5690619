import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { unfinishedOperations } from "@/lib/operations/service";

/** Operations of the workspace that run or wait for a person. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/operations">) {
  return workspaceRoute("endpoint:read", ctx, ({ workspace }) => unfinishedOperations(workspace));
}
