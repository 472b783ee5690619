import type { NextRequest } from "next/server";

import { listTrainingJobs } from "@/lib/aws/sagemaker/training-jobs";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { ListTrainingJobsInput } from "@/lib/training/list-schema";

/** One page of training jobs. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/training-jobs">) {
  return workspaceRoute("training:read", ctx, async ({ workspace }) =>
    listTrainingJobs(workspace, parseInput(ListTrainingJobsInput, queryOf(request))),
  );
}
