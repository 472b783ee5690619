import type { NextRequest } from "next/server";

import { AppError } from "@/lib/errors";
import { workspaceRoute } from "@/lib/http/authed-route";
import { readUpdate } from "@/lib/updates/update-store";

/** An update with its verdict. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/updates/[update]">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) => {
    const update = await readUpdate(workspace.id, (await ctx.params).update);
    if (!update) throw new AppError("not-found", "There is no such update in this workspace.");
    return update;
  });
}
