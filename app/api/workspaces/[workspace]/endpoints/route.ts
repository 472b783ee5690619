import type { NextRequest } from "next/server";

import { listEndpoints } from "@/lib/aws/sagemaker/endpoints";
import { ListEndpointsInput } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";

/** One page of endpoints. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/endpoints">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    listEndpoints(workspace, parseInput(ListEndpointsInput, queryOf(request))),
  );
}
