import type { NextRequest } from "next/server";

import { ResourceName } from "@/lib/endpoints/schema";
import { readEndpoint } from "@/lib/endpoints/service";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";

/** One endpoint with its config and models, secrets masked. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    readEndpoint(workspace, parseInput(ResourceName, (await ctx.params).name)),
  );
}
