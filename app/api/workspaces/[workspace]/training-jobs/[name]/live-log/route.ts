import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { tailResponse } from "@/lib/logs/live/tail-response";
import { TrainingJobName } from "@/lib/training/list-schema";

/** The training job's log while it is written, as lines of JSON. */
export function GET(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/training-jobs/[name]/live-log">,
) {
  return workspaceRoute("training:read", ctx, async ({ workspace }) => {
    const name = parseInput(TrainingJobName, (await ctx.params).name);
    return tailResponse(workspace, { of: "training-jobs", name }, queryOf(request));
  });
}
