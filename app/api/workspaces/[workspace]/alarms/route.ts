import type { NextRequest } from "next/server";

import { describeAlarms } from "@/lib/aws/cloudwatch/alarms";
import { workspaceRoute } from "@/lib/http/authed-route";

/** The alarms that watch endpoints, with their states. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/alarms">) {
  return workspaceRoute("endpoint:read", ctx, ({ workspace }) => describeAlarms(workspace));
}
