import type { NextRequest } from "next/server";

import { describeTransformJob } from "@/lib/aws/sagemaker/transform-jobs";
import { ResourceName } from "@/lib/fields/aws-fields";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { readTransformFiles } from "@/lib/transform/files";

/** The job's input objects, and which of them have their output. */
export function GET(
  _request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/transform-jobs/[name]/files">,
) {
  return workspaceRoute("transform:read", ctx, async ({ workspace }) =>
    readTransformFiles(
      workspace,
      await describeTransformJob(workspace, parseInput(ResourceName, (await ctx.params).name)),
    ),
  );
}
