import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { LogsBetweenInput } from "@/lib/logs/schema";
import { readLogsBetween } from "@/lib/logs/service";
import { logScope } from "@/lib/logs/view";
import { TrainingJobName } from "@/lib/training/list-schema";

/** What the training job's instances wrote in a stretch of time, all streams together. */
export function GET(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/training-jobs/[name]/log-lines">,
) {
  return workspaceRoute("training:read", ctx, async ({ workspace }) => {
    const name = parseInput(TrainingJobName, (await ctx.params).name);
    return readLogsBetween(
      workspace,
      logScope({ of: "training-jobs", name }),
      parseInput(LogsBetweenInput, queryOf(request)),
    );
  });
}
