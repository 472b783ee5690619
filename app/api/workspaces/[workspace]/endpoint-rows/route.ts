import type { NextRequest } from "next/server";

import { EndpointNames } from "@/lib/endpoints/schema";
import { readEndpointRows } from "@/lib/endpoints/service";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";

/** Task, model, instances and cost of the endpoints that a table shows at the moment. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/endpoint-rows">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    readEndpointRows(workspace, parseInput(EndpointNames, request.nextUrl.searchParams.getAll("name"))),
  );
}
