import type { NextRequest } from "next/server";

import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { previewParking } from "@/lib/parking/service";

/** What parking the endpoint would keep, delete and save. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/parking">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    previewParking(workspace, parseInput(ResourceName, (await ctx.params).name)),
  );
}
