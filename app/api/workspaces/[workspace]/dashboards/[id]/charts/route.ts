import type { NextRequest } from "next/server";

import { readDashboardCharts } from "@/lib/dashboards/charts";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { MetricsInput } from "@/lib/metrics/schema";

/** The charts of a dashboard in a window of time. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/dashboards/[id]/charts">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    readDashboardCharts(workspace, (await ctx.params).id, parseInput(MetricsInput, queryOf(request))),
  );
}
