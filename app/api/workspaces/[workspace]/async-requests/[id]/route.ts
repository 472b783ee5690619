import { AsyncId } from "@/lib/async/request-schema";
import { readAsyncRequest } from "@/lib/async/service";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";

/** One request with its answer. */
export function GET(_request: Request, ctx: RouteContext<"/api/workspaces/[workspace]/async-requests/[id]">) {
  return workspaceRoute("endpoint:invoke", ctx, async (viewer) =>
    readAsyncRequest(viewer, parseInput(AsyncId, (await ctx.params).id)),
  );
}
