import { listDashboards } from "@/lib/dashboards/service";
import { workspaceRoute } from "@/lib/http/authed-route";

/** The workspace's own dashboards. */
export function GET(_request: Request, ctx: RouteContext<"/api/workspaces/[workspace]/dashboards">) {
  return workspaceRoute("endpoint:read", ctx, ({ workspace }) => listDashboards(workspace));
}
