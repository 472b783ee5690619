import type { NextRequest } from "next/server";

import type { ListActivityInput } from "@/lib/audit/schema";
import { listActivity } from "@/lib/audit/service";
import { workspaceRoute } from "@/lib/http/authed-route";

export function GET(request: NextRequest, context: RouteContext<"/api/workspaces/[workspace]/activity">) {
  return workspaceRoute("activity:read", context, ({ workspace }) =>
    listActivity(workspace.id, Object.fromEntries(request.nextUrl.searchParams) as ListActivityInput),
  );
}
