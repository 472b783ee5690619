import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { readRole } from "@/lib/preflight/role";
import { RoleQuestion } from "@/lib/preflight/schema";

/** What the execution role of a deploy may do. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/preflight-role">) {
  return workspaceRoute("endpoint:deploy", ctx, ({ workspace }) =>
    readRole(workspace, parseInput(RoleQuestion, queryOf(request))),
  );
}
