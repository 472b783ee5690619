import type { NextRequest } from "next/server";

import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { downloadLog } from "@/lib/logs/download";

/** The whole log as a file that is streamed. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/log-file">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) => {
    const name = parseInput(ResourceName, (await ctx.params).name);
    return downloadLog(workspace, { of: "endpoints", name }, queryOf(request));
  });
}
