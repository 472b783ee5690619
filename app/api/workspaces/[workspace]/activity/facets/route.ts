import type { NextRequest } from "next/server";

import { activityFacets } from "@/lib/audit/service";
import { workspaceRoute } from "@/lib/http/authed-route";

export function GET(_request: NextRequest, context: RouteContext<"/api/workspaces/[workspace]/activity/facets">) {
  return workspaceRoute("activity:read", context, ({ workspace }) => activityFacets(workspace.id));
}
