import type { NextRequest } from "next/server";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { ComponentName } from "@/lib/inference-components/schema";
import { downloadLog } from "@/lib/logs/download";

/** The whole log as a file that is streamed. */
export function GET(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/inference-components/[name]/log-file">,
) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) => {
    const name = parseInput(ComponentName, (await ctx.params).name);
    return downloadLog(workspace, { of: "inference-components", name }, queryOf(request));
  });
}
