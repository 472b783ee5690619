import type { NextRequest } from "next/server";

import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { readComponents } from "@/lib/inference-components/service";

type Context = RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/inference-components">;

/** The inference components on an endpoint as they are now. */
export function GET(_request: NextRequest, ctx: Context) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    readComponents(workspace, parseInput(ResourceName, (await ctx.params).name)),
  );
}
