import type { NextRequest } from "next/server";

import { listTransformJobs } from "@/lib/aws/sagemaker/transform-jobs";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { ListTransformJobsInput } from "@/lib/transform/list-schema";

/** One page of transform jobs. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/transform-jobs">) {
  return workspaceRoute("transform:read", ctx, async ({ workspace }) =>
    listTransformJobs(workspace, parseInput(ListTransformJobsInput, queryOf(request))),
  );
}
