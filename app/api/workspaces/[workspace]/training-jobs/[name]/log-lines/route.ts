import type { NextRequest } from "next/server";

import { logEventsBetween } from "@/lib/aws/logs/log-events";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { LogsBetweenInput } from "@/lib/logs/schema";
import { TRAINING_LOG_GROUP, trainingStreamPrefix } from "@/lib/logs/view";
import { TrainingJobName } from "@/lib/training/list-schema";

/** What the job's instances wrote in a stretch of time, all streams together. */
export function GET(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/training-jobs/[name]/log-lines">,
) {
  return workspaceRoute("training:read", ctx, async ({ workspace }) => {
    const prefix = trainingStreamPrefix(parseInput(TrainingJobName, (await ctx.params).name));
    return logEventsBetween(workspace, TRAINING_LOG_GROUP, {
      ...parseInput(LogsBetweenInput, queryOf(request)),
      prefix,
    });
  });
}
