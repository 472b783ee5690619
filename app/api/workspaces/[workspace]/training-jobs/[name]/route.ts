import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { TrainingJobName } from "@/lib/training/list-schema";
import { readTrainingJob } from "@/lib/training/service";

/** One training job with its tags, secrets masked. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/training-jobs/[name]">) {
  return workspaceRoute("training:read", ctx, async ({ workspace }) =>
    readTrainingJob(workspace, parseInput(TrainingJobName, (await ctx.params).name)),
  );
}
