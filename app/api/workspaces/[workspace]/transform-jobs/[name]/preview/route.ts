import type { NextRequest } from "next/server";

import { describeTransformJob } from "@/lib/aws/sagemaker/transform-jobs";
import { ResourceName } from "@/lib/fields/aws-fields";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { PreviewInput } from "@/lib/transform/list-schema";
import { previewFile } from "@/lib/transform/preview";

/** A page of a file's records with their answers, or with `search` those that hold a text. */
export function GET(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/transform-jobs/[name]/preview">,
) {
  return workspaceRoute("transform:results", ctx, async ({ workspace }) => {
    const job = await describeTransformJob(workspace, parseInput(ResourceName, (await ctx.params).name));
    return previewFile(workspace, job, parseInput(PreviewInput, queryOf(request)));
  });
}
