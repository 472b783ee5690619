import type { NextRequest } from "next/server";

import { listObjects } from "@/lib/aws/s3/list-objects";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { ListPlaceInput } from "@/lib/s3/schema";

/** A page of what begins with a prefix, up to the next slash. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/s3/objects">) {
  return workspaceRoute("storage:read", ctx, ({ workspace }) =>
    listObjects(workspace, parseInput(ListPlaceInput, queryOf(request))),
  );
}
