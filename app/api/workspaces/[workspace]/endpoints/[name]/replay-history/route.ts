import type { NextRequest } from "next/server";

import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { ReplayHistoryInput } from "@/lib/scaling/replay/schema";
import { readReplayHistory } from "@/lib/scaling/replay/service";

/** Past traffic of a variant, minute by minute, with what scaled it. */
export function GET(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/replay-history">,
) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    readReplayHistory(
      workspace,
      parseInput(ResourceName, (await ctx.params).name),
      parseInput(ReplayHistoryInput, queryOf(request)),
    ),
  );
}
