import { workspaceRoute } from "@/lib/http/authed-route";
import { listParked } from "@/lib/parking/parked-store";

/** The workspace's parked endpoints. */
export function GET(_request: Request, ctx: RouteContext<"/api/workspaces/[workspace]/parked-endpoints">) {
  return workspaceRoute("endpoint:read", ctx, ({ workspace }) => listParked(workspace.id));
}
