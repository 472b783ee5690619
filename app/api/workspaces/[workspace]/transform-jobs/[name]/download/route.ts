import type { NextRequest } from "next/server";

import { describeTransformJob } from "@/lib/aws/sagemaker/transform-jobs";
import { ResourceName } from "@/lib/fields/aws-fields";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { downloadAll, downloadOne } from "@/lib/transform/download";
import { TransformFilePath } from "@/lib/transform/list-schema";

/** One output as it lies in S3, or without a path all of them as a tar archive; both are streamed. */
export function GET(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/transform-jobs/[name]/download">,
) {
  return workspaceRoute("transform:results", ctx, async ({ workspace }) => {
    const job = await describeTransformJob(workspace, parseInput(ResourceName, (await ctx.params).name));
    const query = queryOf(request);
    return query.path
      ? downloadOne(workspace, job, parseInput(TransformFilePath, query).path, request.signal)
      : downloadAll(workspace, job, request.signal);
  });
}
