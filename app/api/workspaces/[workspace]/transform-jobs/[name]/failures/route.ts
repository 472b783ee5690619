import type { NextRequest } from "next/server";

import { describeTransformJob } from "@/lib/aws/sagemaker/transform-jobs";
import { ResourceName } from "@/lib/fields/aws-fields";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { readTransformFailures } from "@/lib/transform/failures";

/** The files that failed, why, and the line that must be meant. */
export function GET(
  _request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/transform-jobs/[name]/failures">,
) {
  return workspaceRoute("transform:results", ctx, async ({ workspace }) =>
    readTransformFailures(
      workspace,
      await describeTransformJob(workspace, parseInput(ResourceName, (await ctx.params).name)),
    ),
  );
}
