import type { NextRequest } from "next/server";

import { ResourceName } from "@/lib/fields/aws-fields";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { downloadLog } from "@/lib/logs/download";

/** The whole log as a file that is streamed. */
export function GET(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/transform-jobs/[name]/log-file">,
) {
  return workspaceRoute("transform:read", ctx, async ({ workspace }) => {
    const name = parseInput(ResourceName, (await ctx.params).name);
    return downloadLog(workspace, { of: "transform-jobs", name }, queryOf(request));
  });
}
