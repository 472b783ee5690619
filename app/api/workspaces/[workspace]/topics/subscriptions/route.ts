import type { NextRequest } from "next/server";

import { TopicArn } from "@/lib/alarms/schema";
import { listSubscriptions } from "@/lib/aws/sns/topics";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";

/** Who is told by a topic. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/topics/subscriptions">) {
  return workspaceRoute("alarm:write", ctx, ({ workspace }) =>
    listSubscriptions(workspace, parseInput(TopicArn, queryOf(request).arn)),
  );
}
