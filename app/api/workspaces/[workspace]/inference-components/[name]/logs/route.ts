import type { NextRequest } from "next/server";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { ComponentName } from "@/lib/inference-components/schema";
import { readLogs } from "@/lib/logs/service";

/** A stretch of the log, or with `search` or `level` the lines that are like this. */
export function GET(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/inference-components/[name]/logs">,
) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) => {
    const name = parseInput(ComponentName, (await ctx.params).name);
    return readLogs(workspace, { of: "inference-components", name }, queryOf(request));
  });
}
