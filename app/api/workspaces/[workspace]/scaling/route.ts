import type { NextRequest } from "next/server";

import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { readReviewPart } from "@/lib/scaling/review-service";
import { ReviewPartInput } from "@/lib/scaling/schema";

/** A part of one of the lists that the review of scaling is made of. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/scaling">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) => {
    const { list, cursor } = parseInput(ReviewPartInput, queryOf(request));
    return readReviewPart(workspace, list, cursor);
  });
}
