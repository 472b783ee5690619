import { ListAsyncInput, SendAsyncInput } from "@/lib/async/request-schema";
import { listAsyncRequests } from "@/lib/async/requests";
import { sendAsync } from "@/lib/async/send";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { MAX_BODY_BYTES } from "@/lib/inference/limits";
import { readBody } from "@/lib/inference/read-body";

type Context = RouteContext<"/api/workspaces/[workspace]/async-requests">;

/** The inbox, from the console's own database. */
export function GET(request: Request, ctx: Context) {
  return workspaceRoute("endpoint:invoke", ctx, async (viewer) =>
    listAsyncRequests(viewer, parseInput(ListAsyncInput, queryOf(request))),
  );
}

/** Sends the body, or what lies at `inputUri`, to an asynchronous endpoint. */
export function POST(request: Request, ctx: Context) {
  return workspaceRoute("endpoint:invoke", ctx, async (owner) => {
    const input = parseInput(SendAsyncInput, queryOf(request));
    if (input.inputUri) return sendAsync(owner, input, null);
    const body = await readBody(request, MAX_BODY_BYTES);
    return sendAsync(owner, input, { body, contentType: request.headers.get("content-type") ?? "application/json" });
  });
}
