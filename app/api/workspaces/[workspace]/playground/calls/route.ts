import { workspaceRoute } from "@/lib/http/authed-route";
import { forgetCalls, listCalls } from "@/lib/playground/service";

type Context = RouteContext<"/api/workspaces/[workspace]/playground/calls">;

/** One's own calls, newest first. */
export function GET(_request: Request, ctx: Context) {
  return workspaceRoute("endpoint:invoke", ctx, (owner) => listCalls(owner));
}

/** Clears one's own history. Not an action: what a person forgets for themselves is nobody's to read in the activity log. */
export function DELETE(_request: Request, ctx: Context) {
  return workspaceRoute("endpoint:invoke", ctx, (owner) => forgetCalls(owner));
}
