import type { NextRequest } from "next/server";

import { describeModel } from "@/lib/aws/sagemaker/models";
import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";

/** What a SageMaker model is made of; secrets of its environment are masked. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/models/[name]">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) =>
    describeModel(workspace, parseInput(ResourceName, (await ctx.params).name)),
  );
}
