import type { NextRequest } from "next/server";

import { ResourceName } from "@/lib/endpoints/schema";
import { readSetupTimes } from "@/lib/endpoints/setup-times";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { SetupInput } from "@/lib/inference/cold-start";

/** How long environments of a serverless variant took to start around a call. */
export function GET(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/setup-times">,
) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) => {
    const endpoint = parseInput(ResourceName, (await ctx.params).name);
    const call = parseInput(SetupInput, Object.fromEntries(request.nextUrl.searchParams));
    return readSetupTimes(workspace, endpoint, call);
  });
}
