import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { listArchive } from "@/lib/own-code/list-archive";
import { ArchivePlace } from "@/lib/own-code/schema";

/** What is in a model archive that somebody is about to deploy. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/archive-listing">) {
  return workspaceRoute("endpoint:deploy", ctx, ({ workspace }) =>
    listArchive(workspace, parseInput(ArchivePlace, queryOf(request)).uri),
  );
}
