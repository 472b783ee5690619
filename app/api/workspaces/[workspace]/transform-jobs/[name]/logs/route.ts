import type { NextRequest } from "next/server";

import { filterLogEvents, getLogEvents } from "@/lib/aws/logs/log-events";
import { AppError } from "@/lib/errors";
import { ResourceName } from "@/lib/fields/aws-fields";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { ReadLogsInput, SearchLogsInput } from "@/lib/logs/schema";
import { TRANSFORM_LOG_GROUP, trainingStreamPrefix } from "@/lib/logs/view";

/** A page of a stream's lines, or with `search` the job's lines that hold a text. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/transform-jobs/[name]/logs">) {
  return workspaceRoute("transform:read", ctx, async ({ workspace }) => {
    const prefix = trainingStreamPrefix(parseInput(ResourceName, (await ctx.params).name));
    const query = queryOf(request);
    if (query.stream && !query.stream.startsWith(prefix)) {
      throw new AppError("invalid", "This log stream belongs to another transform job.");
    }
    if (query.search) {
      return filterLogEvents(workspace, TRANSFORM_LOG_GROUP, { ...parseInput(SearchLogsInput, query), prefix });
    }
    const { stream, cursor } = parseInput(ReadLogsInput, query);
    return getLogEvents(workspace, TRANSFORM_LOG_GROUP, stream, cursor);
  });
}
