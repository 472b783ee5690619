import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { getOperation } from "@/lib/operations/service";

/** One operation with its steps, for its progress page. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/operations/[id]">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) => getOperation(workspace, (await ctx.params).id));
}
