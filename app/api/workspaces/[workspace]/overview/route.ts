import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { readOverview } from "@/lib/overview/service";

/** What runs, what it costs, what fails and what nobody uses. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/overview">) {
  return workspaceRoute("endpoint:read", ctx, ({ workspace }) => readOverview(workspace));
}
