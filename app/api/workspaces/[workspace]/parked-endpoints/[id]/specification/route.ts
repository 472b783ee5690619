import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { ParkedId } from "@/lib/parking/schema";
import { readParkedCode } from "@/lib/parking/service";

/** What is kept of a parked endpoint, as the calls that make it again; secrets are masked. */
export function GET(
  _request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/parked-endpoints/[id]/specification">,
) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    readParkedCode(workspace, parseInput(ParkedId, (await ctx.params).id)),
  );
}
