import type { NextRequest } from "next/server";

import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { MetricsInput } from "@/lib/metrics/schema";
import { readTimeline } from "@/lib/scaling/timeline";

type Context = RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/scaling/timeline">;

/** Demand, target, instances and events of a variant over a window of time. */
export function GET(request: NextRequest, ctx: Context) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    readTimeline(
      workspace,
      parseInput(ResourceName, (await ctx.params).name),
      parseInput(MetricsInput, queryOf(request)),
    ),
  );
}
