import type { NextRequest } from "next/server";

import { logEventsBetween } from "@/lib/aws/logs/log-events";
import { ResourceName } from "@/lib/fields/aws-fields";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { LogsBetweenInput } from "@/lib/logs/schema";
import { TRANSFORM_LOG_GROUP, trainingStreamPrefix } from "@/lib/logs/view";

/** What the job's instances wrote in a stretch of time, all streams together. */
export function GET(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/transform-jobs/[name]/log-lines">,
) {
  return workspaceRoute("transform:read", ctx, async ({ workspace }) => {
    const prefix = trainingStreamPrefix(parseInput(ResourceName, (await ctx.params).name));
    return logEventsBetween(workspace, TRANSFORM_LOG_GROUP, {
      ...parseInput(LogsBetweenInput, queryOf(request)),
      prefix,
    });
  });
}
