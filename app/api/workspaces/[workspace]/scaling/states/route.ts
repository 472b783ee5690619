import type { NextRequest } from "next/server";

import { EndpointNames } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { readEndpointStates } from "@/lib/scaling/endpoint-states";

/** The endpoints of the visible rows as they are now. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/scaling/states">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    readEndpointStates(workspace, parseInput(EndpointNames, request.nextUrl.searchParams.getAll("name"))),
  );
}
