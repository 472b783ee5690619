import type { NextRequest } from "next/server";

import { readCosts } from "@/lib/costs/service";
import { workspaceRoute } from "@/lib/http/authed-route";

/** What the workspace's endpoints and jobs cost this month. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/costs">) {
  return workspaceRoute("endpoint:read", ctx, ({ workspace }) => readCosts(workspace));
}
