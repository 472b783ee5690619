import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { ComponentName } from "@/lib/inference-components/schema";
import { readComponentMetrics } from "@/lib/metrics/component-service";
import { MetricsInput } from "@/lib/metrics/schema";

type Context = RouteContext<"/api/workspaces/[workspace]/inference-components/[name]/metrics">;

/** The component's charts in a window of time. */
export function GET(request: NextRequest, ctx: Context) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    readComponentMetrics(
      workspace,
      parseInput(ComponentName, (await ctx.params).name),
      parseInput(MetricsInput, queryOf(request)),
    ),
  );
}
