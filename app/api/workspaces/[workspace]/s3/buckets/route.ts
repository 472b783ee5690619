import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { findBuckets } from "@/lib/s3/service";

/** The buckets that the workspace's role may list, and which one is the workspace's own. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/s3/buckets">) {
  return workspaceRoute("storage:read", ctx, ({ workspace }) => findBuckets(workspace));
}
