import type { NextRequest } from "next/server";

import { describeLogStreams } from "@/lib/aws/logs/log-streams";
import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { endpointLogGroup } from "@/lib/logs/view";

/** The log streams of the endpoint's containers. */
export function GET(
  _request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/log-streams">,
) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    describeLogStreams(workspace, endpointLogGroup(parseInput(ResourceName, (await ctx.params).name))),
  );
}
