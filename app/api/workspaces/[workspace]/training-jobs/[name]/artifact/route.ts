import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { downloadArtifact, readArtifact } from "@/lib/training/artifact";
import { TrainingJobName } from "@/lib/training/list-schema";

/** Size and files of the model that the job left, or with `as=download` the archive itself. */
export function GET(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/training-jobs/[name]/artifact">,
) {
  return workspaceRoute("training:read", ctx, async ({ workspace }) => {
    const name = parseInput(TrainingJobName, (await ctx.params).name);
    const isDownload = request.nextUrl.searchParams.get("as") === "download";
    return isDownload ? downloadArtifact(workspace, name, request.signal) : readArtifact(workspace, name);
  });
}
