import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { readFleetMetrics } from "@/lib/metrics/fleet";
import { MetricsInput } from "@/lib/metrics/schema";

/** Charts over all endpoints of the workspace in a window of time. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/metrics">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    readFleetMetrics(workspace, parseInput(MetricsInput, queryOf(request))),
  );
}
