import type { NextRequest } from "next/server";

import { logEventsBetween } from "@/lib/aws/logs/log-events";
import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { LogsBetweenInput } from "@/lib/logs/schema";
import { endpointLogGroup } from "@/lib/logs/view";

/** What the endpoint's containers wrote in a stretch of time, all streams together. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/log-lines">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) => {
    const group = endpointLogGroup(parseInput(ResourceName, (await ctx.params).name));
    return logEventsBetween(workspace, group, parseInput(LogsBetweenInput, queryOf(request)));
  });
}
