import type { NextRequest } from "next/server";

import { describeLogStreams } from "@/lib/aws/logs/log-streams";
import { ResourceName } from "@/lib/fields/aws-fields";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { TRANSFORM_LOG_GROUP, trainingStreamPrefix } from "@/lib/logs/view";

/** The log streams of the job's instances. */
export function GET(
  _request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/transform-jobs/[name]/log-streams">,
) {
  return workspaceRoute("transform:read", ctx, async ({ workspace }) => {
    const name = parseInput(ResourceName, (await ctx.params).name);
    return describeLogStreams(workspace, TRANSFORM_LOG_GROUP, trainingStreamPrefix(name));
  });
}
