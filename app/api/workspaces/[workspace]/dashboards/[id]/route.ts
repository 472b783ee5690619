import { readDashboard } from "@/lib/dashboards/service";
import { workspaceRoute } from "@/lib/http/authed-route";

/** One of the workspace's own dashboards. */
export function GET(_request: Request, ctx: RouteContext<"/api/workspaces/[workspace]/dashboards/[id]">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) => readDashboard(workspace, (await ctx.params).id));
}
