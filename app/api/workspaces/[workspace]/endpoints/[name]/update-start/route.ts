import type { NextRequest } from "next/server";

import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { readUpdateStart } from "@/lib/updates/service";

/** What the endpoint runs, for the form that changes it. */
export function GET(
  _request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/update-start">,
) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    readUpdateStart(workspace, parseInput(ResourceName, (await ctx.params).name)),
  );
}
