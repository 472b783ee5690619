import type { NextRequest } from "next/server";

import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { readEndpointScaling } from "@/lib/scaling/endpoint-service";

/** What scales the variants of an endpoint, and what it did. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/scaling">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    readEndpointScaling(workspace, parseInput(ResourceName, (await ctx.params).name)),
  );
}
