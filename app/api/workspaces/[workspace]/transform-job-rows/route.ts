import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { TransformJobNames } from "@/lib/transform/list-schema";
import { readTransformJobRows } from "@/lib/transform/service";

/** Models, inputs and times of the transform jobs that a table shows at the moment. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/transform-job-rows">) {
  return workspaceRoute("transform:read", ctx, async ({ workspace }) =>
    readTransformJobRows(workspace, parseInput(TransformJobNames, request.nextUrl.searchParams.getAll("name"))),
  );
}
