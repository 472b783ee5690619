import type { NextRequest } from "next/server";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { ComponentName } from "@/lib/inference-components/schema";
import { LogsBetweenInput } from "@/lib/logs/schema";
import { readLogsBetween } from "@/lib/logs/service";
import { logScope } from "@/lib/logs/view";

/** What the component's copies wrote in a stretch of time, all streams together. */
export function GET(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/inference-components/[name]/log-lines">,
) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) => {
    const name = parseInput(ComponentName, (await ctx.params).name);
    return readLogsBetween(
      workspace,
      logScope({ of: "inference-components", name }),
      parseInput(LogsBetweenInput, queryOf(request)),
    );
  });
}
