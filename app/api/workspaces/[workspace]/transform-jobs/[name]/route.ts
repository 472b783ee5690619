import type { NextRequest } from "next/server";

import { ResourceName } from "@/lib/fields/aws-fields";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { readTransformJob } from "@/lib/transform/service";

/** One transform job with its tags and model, secrets masked. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/transform-jobs/[name]">) {
  return workspaceRoute("transform:read", ctx, async ({ workspace }) =>
    readTransformJob(workspace, parseInput(ResourceName, (await ctx.params).name)),
  );
}
