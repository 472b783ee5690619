import type { NextRequest } from "next/server";

import { describeLogStreams } from "@/lib/aws/logs/log-streams";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { TRAINING_LOG_GROUP, trainingStreamPrefix } from "@/lib/logs/view";
import { TrainingJobName } from "@/lib/training/list-schema";

/** The log streams of the job's instances. */
export function GET(
  _request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/training-jobs/[name]/log-streams">,
) {
  return workspaceRoute("training:read", ctx, async ({ workspace }) => {
    const name = parseInput(TrainingJobName, (await ctx.params).name);
    return describeLogStreams(workspace, TRAINING_LOG_GROUP, trainingStreamPrefix(name));
  });
}
