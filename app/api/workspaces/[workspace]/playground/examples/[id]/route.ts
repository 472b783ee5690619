import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { readExample } from "@/lib/playground/examples";
import { ExampleId } from "@/lib/playground/schema";

/** One saved example, with what is sent. */
export function GET(_request: Request, ctx: RouteContext<"/api/workspaces/[workspace]/playground/examples/[id]">) {
  return workspaceRoute("endpoint:invoke", ctx, async ({ workspace }) =>
    readExample(workspace, parseInput(ExampleId, (await ctx.params).id)),
  );
}
