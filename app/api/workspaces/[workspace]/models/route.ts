import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { ListModelsInput } from "@/lib/models/schema";
import { readModelRows } from "@/lib/models/service";

/** The newest SageMaker models whose names contain a text. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/models">) {
  return workspaceRoute("transform:read", ctx, async ({ workspace }) =>
    readModelRows(workspace, parseInput(ListModelsInput, queryOf(request))),
  );
}
