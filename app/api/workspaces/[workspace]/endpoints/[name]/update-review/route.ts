import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { UpdateInput } from "@/lib/updates/schema";
import { reviewUpdate } from "@/lib/updates/service";

/** The calls that an update would be sent as; nothing is changed. */
export function POST(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/update-review">,
) {
  return workspaceRoute("endpoint:deploy", ctx, async ({ workspace }) => {
    const { name } = await ctx.params;
    const body: unknown = await request.json().catch(() => null);
    return reviewUpdate(parseInput(UpdateInput, { ...(body as object | null), endpointName: name }), workspace);
  });
}
