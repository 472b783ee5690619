import type { NextRequest } from "next/server";

import { forgetReads } from "@/lib/aws/read-cache";
import { getCallerIdentity } from "@/lib/aws/sts/get-caller-identity";
import { workspaceRoute } from "@/lib/http/authed-route";

/** Tests the workspace's connection: always asks AWS, never the cache. */
export function GET(_request: NextRequest, context: RouteContext<"/api/workspaces/[workspace]/identity">) {
  return workspaceRoute("workspace:manage", context, ({ workspace }) => {
    forgetReads(workspace.id);
    return getCallerIdentity(workspace);
  });
}
