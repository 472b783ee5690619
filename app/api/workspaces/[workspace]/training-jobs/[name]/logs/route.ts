import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { readLogs } from "@/lib/logs/service";
import { TrainingJobName } from "@/lib/training/list-schema";

/** A stretch of the log, or with `search` or `level` the lines that are like this. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/training-jobs/[name]/logs">) {
  return workspaceRoute("training:read", ctx, async ({ workspace }) => {
    const name = parseInput(TrainingJobName, (await ctx.params).name);
    return readLogs(workspace, { of: "training-jobs", name }, queryOf(request));
  });
}
