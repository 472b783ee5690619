import type { NextRequest } from "next/server";

import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { listTags } from "@/lib/aws/sagemaker/tags";
import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";

/** The endpoint's tags. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/tags">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) => {
    const { arn } = await describeEndpoint(workspace, parseInput(ResourceName, (await ctx.params).name));
    return listTags(workspace, arn);
  });
}
