import type { NextRequest } from "next/server";

import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { readHistory } from "@/lib/updates/history";

/** Every configuration that the endpoint is known to have run, and its updates. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/history">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    readHistory(workspace, parseInput(ResourceName, (await ctx.params).name)),
  );
}
