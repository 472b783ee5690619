import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { hubTokenStatus } from "@/lib/settings/hub-token";

export function GET(_request: NextRequest, context: RouteContext<"/api/workspaces/[workspace]/hub-token">) {
  return workspaceRoute("settings:read", context, ({ workspace }) => hubTokenStatus(workspace.id));
}
