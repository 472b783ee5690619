import type { NextRequest } from "next/server";

import { listTopics } from "@/lib/aws/sns/topics";
import { workspaceRoute } from "@/lib/http/authed-route";

/** The topics that an alarm can tell. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/topics">) {
  return workspaceRoute("alarm:write", ctx, ({ workspace }) => listTopics(workspace));
}
