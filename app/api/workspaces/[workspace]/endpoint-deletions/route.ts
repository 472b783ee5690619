import type { NextRequest } from "next/server";

import { previewDeletions } from "@/lib/endpoints/delete-many";
import { DeletedNames } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";

/** What deleting these endpoints together would take along. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/endpoint-deletions">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    previewDeletions(workspace, parseInput(DeletedNames, request.nextUrl.searchParams.getAll("name"))),
  );
}
