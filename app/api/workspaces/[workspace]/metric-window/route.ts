import type { NextRequest } from "next/server";

import { readMetricWindow } from "@/lib/alarms/metric-window";
import { MetricWindowInput } from "@/lib/alarms/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";

/** One metric of an endpoint over a window, in the period of an alarm. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/metric-window">) {
  return workspaceRoute("endpoint:read", ctx, ({ workspace }) =>
    readMetricWindow(workspace, parseInput(MetricWindowInput, queryOf(request))),
  );
}
