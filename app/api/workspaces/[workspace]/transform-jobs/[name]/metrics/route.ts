import type { NextRequest } from "next/server";

import { ResourceName } from "@/lib/fields/aws-fields";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { readTransformMetrics } from "@/lib/transform/metrics";

/** How busy the instances of a transform job were. */
export function GET(
  _request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/transform-jobs/[name]/metrics">,
) {
  return workspaceRoute("transform:read", ctx, async ({ workspace }) =>
    readTransformMetrics(workspace, parseInput(ResourceName, (await ctx.params).name)),
  );
}
