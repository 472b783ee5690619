import type { NextRequest } from "next/server";

import { describeTransformJob } from "@/lib/aws/sagemaker/transform-jobs";
import { ResourceName } from "@/lib/fields/aws-fields";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { readRecordProgress } from "@/lib/transform/records";

/** How many records the job has asked about, and how many there are. */
export function GET(
  _request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/transform-jobs/[name]/records">,
) {
  return workspaceRoute("transform:read", ctx, async ({ workspace }) =>
    readRecordProgress(
      workspace,
      await describeTransformJob(workspace, parseInput(ResourceName, (await ctx.params).name)),
    ),
  );
}
