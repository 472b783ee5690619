import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { TrainingJobNames } from "@/lib/training/list-schema";
import { readTrainingJobRows } from "@/lib/training/service";

/** Instances and times of the training jobs that a table shows at the moment. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/training-job-rows">) {
  return workspaceRoute("training:read", ctx, async ({ workspace }) =>
    readTrainingJobRows(workspace, parseInput(TrainingJobNames, request.nextUrl.searchParams.getAll("name"))),
  );
}
