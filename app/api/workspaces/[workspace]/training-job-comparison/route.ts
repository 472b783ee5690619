import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { ComparedJobNames } from "@/lib/training/compare/schema";
import { readTrainingComparison } from "@/lib/training/compare/service";

/** Up to five training jobs beside each other, with the curves of their metrics. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/training-job-comparison">) {
  return workspaceRoute("training:read", ctx, async ({ workspace }) =>
    readTrainingComparison(workspace, parseInput(ComparedJobNames, request.nextUrl.searchParams.getAll("name"))),
  );
}
