import type { NextRequest } from "next/server";

import { describeLogStreams } from "@/lib/aws/logs/log-streams";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { ComponentName } from "@/lib/inference-components/schema";
import { componentLogGroup } from "@/lib/logs/view";

/** The log streams of the component's containers. */
export function GET(
  _request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/inference-components/[name]/log-streams">,
) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    describeLogStreams(workspace, componentLogGroup(parseInput(ComponentName, (await ctx.params).name))),
  );
}
