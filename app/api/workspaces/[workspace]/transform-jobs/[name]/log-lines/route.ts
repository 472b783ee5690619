import type { NextRequest } from "next/server";

import { ResourceName } from "@/lib/fields/aws-fields";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { LogsBetweenInput } from "@/lib/logs/schema";
import { readLogsBetween } from "@/lib/logs/service";
import { logScope } from "@/lib/logs/view";

/** What the transform job's instances wrote in a stretch of time, all streams together. */
export function GET(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/transform-jobs/[name]/log-lines">,
) {
  return workspaceRoute("transform:read", ctx, async ({ workspace }) => {
    const name = parseInput(ResourceName, (await ctx.params).name);
    return readLogsBetween(
      workspace,
      logScope({ of: "transform-jobs", name }),
      parseInput(LogsBetweenInput, queryOf(request)),
    );
  });
}
