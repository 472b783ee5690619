import type { NextRequest } from "next/server";

import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { readEndpointCode } from "@/lib/specification/read";

/** The calls that would make the endpoint as it is now, with its scaling and alarms; secrets are masked. */
export function GET(
  _request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/specification">,
) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    readEndpointCode(workspace, parseInput(ResourceName, (await ctx.params).name)),
  );
}
