import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { TrainingJobName } from "@/lib/training/list-schema";
import { readTrainingMetrics } from "@/lib/training/metrics";

/** What the job's metric definitions found in its log, and how busy its instances were. */
export function GET(
  _request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/training-jobs/[name]/metrics">,
) {
  return workspaceRoute("training:read", ctx, async ({ workspace }) =>
    readTrainingMetrics(workspace, parseInput(TrainingJobName, (await ctx.params).name)),
  );
}
