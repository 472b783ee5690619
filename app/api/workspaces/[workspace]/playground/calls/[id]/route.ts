import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { CallId } from "@/lib/playground/schema";
import { forgetCall, readCall } from "@/lib/playground/service";

type Context = RouteContext<"/api/workspaces/[workspace]/playground/calls/[id]">;

/** One of one's own calls, with what was sent and what came back. */
export function GET(_request: Request, ctx: Context) {
  return workspaceRoute("endpoint:invoke", ctx, async (owner) =>
    readCall(owner, parseInput(CallId, (await ctx.params).id)),
  );
}

/** Deletes one of one's own calls. */
export function DELETE(_request: Request, ctx: Context) {
  return workspaceRoute("endpoint:invoke", ctx, async (owner) =>
    forgetCall(owner, parseInput(CallId, (await ctx.params).id)),
  );
}
