import { authedRoute } from "@/lib/http/authed-route";
import { listWorkspaces } from "@/lib/workspaces/service";

export function GET() {
  return authedRoute("workspace:read", listWorkspaces);
}
