import type { NextRequest } from "next/server";

import { listExpiring } from "@/lib/endpoints/expiring";
import { workspaceRoute } from "@/lib/http/authed-route";

/** Endpoints with an expiry tag, soonest first. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/expiring-endpoints">) {
  return workspaceRoute("endpoint:read", ctx, ({ workspace }) => listExpiring(workspace));
}
