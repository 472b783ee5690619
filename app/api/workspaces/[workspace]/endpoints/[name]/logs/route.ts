import type { NextRequest } from "next/server";

import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { readLogs } from "@/lib/logs/service";

/** A stretch of the log, or with `search` or `level` the lines that are like this. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/logs">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) => {
    const name = parseInput(ResourceName, (await ctx.params).name);
    return readLogs(workspace, { of: "endpoints", name }, queryOf(request));
  });
}
