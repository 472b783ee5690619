import type { NextRequest } from "next/server";
import { z } from "zod";

import { AlarmName } from "@/lib/alarms/schema";
import { describeAlarmHistory } from "@/lib/aws/cloudwatch/alarms";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";

const Input = z.object({ name: AlarmName, cursor: z.string().max(8192).optional() });

/** A page of what happened to an alarm. Its name is in the query: names of alarms may hold slashes. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/alarm-history">) {
  return workspaceRoute("endpoint:read", ctx, ({ workspace }) => {
    const { name, cursor } = parseInput(Input, queryOf(request));
    return describeAlarmHistory(workspace, name, cursor);
  });
}
