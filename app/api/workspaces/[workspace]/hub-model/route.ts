import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { HubModelInput } from "@/lib/hub/schema";
import { lookUpHubModel } from "@/lib/hub/service";

/** What the Hub says of a model that somebody is about to deploy. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/hub-model">) {
  return workspaceRoute("endpoint:deploy", ctx, async ({ workspace }) =>
    lookUpHubModel(workspace, parseInput(HubModelInput, queryOf(request))),
  );
}
