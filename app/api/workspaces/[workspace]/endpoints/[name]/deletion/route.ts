import type { NextRequest } from "next/server";

import { previewDeletion } from "@/lib/endpoints/deletion";
import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";

/** What deleting the endpoint would take along. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/deletion">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    previewDeletion(workspace, parseInput(ResourceName, (await ctx.params).name)),
  );
}
