import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { downloadLog } from "@/lib/logs/download";
import { TrainingJobName } from "@/lib/training/list-schema";

/** The whole log as a file that is streamed. */
export function GET(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/training-jobs/[name]/log-file">,
) {
  return workspaceRoute("training:read", ctx, async ({ workspace }) => {
    const name = parseInput(TrainingJobName, (await ctx.params).name);
    return downloadLog(workspace, { of: "training-jobs", name }, queryOf(request));
  });
}
