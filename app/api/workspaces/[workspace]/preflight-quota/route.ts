import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { readQuota } from "@/lib/preflight/quota";
import { QuotaQuestion } from "@/lib/preflight/schema";

/** The account's room for instances of a type that somebody is about to deploy on. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/preflight-quota">) {
  return workspaceRoute("endpoint:deploy", ctx, ({ workspace }) =>
    readQuota(workspace, parseInput(QuotaQuestion, queryOf(request)).instanceType),
  );
}
