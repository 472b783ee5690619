import type { NextRequest } from "next/server";

import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { tailResponse } from "@/lib/logs/live/tail-response";

/** The endpoint's log while it is written, as lines of JSON. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/live-log">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) => {
    const name = parseInput(ResourceName, (await ctx.params).name);
    return tailResponse(workspace, { of: "endpoints", name }, queryOf(request));
  });
}
