import type { NextRequest } from "next/server";

import { filterLogEvents, getLogEvents } from "@/lib/aws/logs/log-events";
import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { ReadLogsInput, SearchLogsInput } from "@/lib/logs/schema";
import { endpointLogGroup } from "@/lib/logs/view";

/** A page of a stream's lines, or with `search` the lines that hold a text. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/logs">) {
  return workspaceRoute("endpoint:read", ctx, async ({ workspace }) => {
    const group = endpointLogGroup(parseInput(ResourceName, (await ctx.params).name));
    const query = queryOf(request);
    if (query.search) return filterLogEvents(workspace, group, parseInput(SearchLogsInput, query));
    const { stream, cursor } = parseInput(ReadLogsInput, query);
    return getLogEvents(workspace, group, stream, cursor);
  });
}
