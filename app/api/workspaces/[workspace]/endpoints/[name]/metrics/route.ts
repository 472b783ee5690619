import type { NextRequest } from "next/server";

import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { MetricsInput } from "@/lib/metrics/schema";
import { readEndpointMetrics } from "@/lib/metrics/service";

/** The endpoint's charts in a window of time. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/metrics">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    readEndpointMetrics(
      workspace,
      parseInput(ResourceName, (await ctx.params).name),
      parseInput(MetricsInput, queryOf(request)),
    ),
  );
}
