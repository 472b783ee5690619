import { after, type NextRequest } from "next/server";

import { invokeEndpoint } from "@/lib/aws/sagemaker-runtime/invoke-endpoint";
import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { CallOptions, optionsIn } from "@/lib/inference/call-options";
import { MAX_BODY_BYTES } from "@/lib/inference/limits";
import { readBody } from "@/lib/inference/read-body";
import { failedCall } from "@/lib/playground/failed-call";
import { readCallHeaders } from "@/lib/playground/schema";
import { rememberCall } from "@/lib/playground/service";

/** Passes a body of any content type to the endpoint's container, and the container's answer back as it came. */
export function POST(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/invocations">,
) {
  return workspaceRoute("endpoint:invoke", ctx, async (owner) => {
    const endpoint = parseInput(ResourceName, (await ctx.params).name);
    // Before the body: a call that is refused anyway need not be read.
    const options = parseInput(CallOptions, optionsIn(request.headers));
    const body = await readBody(request, MAX_BODY_BYTES);
    const contentType = request.headers.get("content-type") ?? "application/json";
    const { signal, headers } = request;
    const call = { ...owner, ...readCallHeaders(headers), at: new Date(), endpoint, request: { body, contentType } };
    try {
      const accept = headers.get("accept") ?? "application/json";
      const answer = await invokeEndpoint(owner.workspace, endpoint, {
        body,
        contentType,
        accept,
        options,
        signal,
      });
      const { variant, requestId, latencyMs } = answer;
      after(() => rememberCall({ ...call, outcome: { answer }, variant, requestId, latencyMs }));
      return answered(answer, call.at);
    } catch (cause) {
      const failure = failedCall(cause, call.at);
      const { problem } = failure;
      const latencyMs = Date.now() - call.at.getTime();
      const [variant, requestId] = [options.targetVariant || null, problem.requestId ?? null];
      if (!signal.aborted) {
        after(() => rememberCall({ ...call, outcome: { problem }, variant, requestId, latencyMs }));
      }
      throw failure;
    }
  });
}

function answered(answer: Awaited<ReturnType<typeof invokeEndpoint>>, at: Date): Response {
  return new Response(answer.body as BodyInit, {
    headers: {
      "content-type": answer.contentType,
      "cache-control": "no-store",
      // The body is the model's: whatever it claims to be, a browser must not run it as a page of ours.
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-invoked-variant": answer.variant ?? "",
      "x-request-id": answer.requestId ?? "",
      "x-called-at": at.toISOString(),
      "x-latency-ms": answer.latencyMs.toFixed(1),
    },
  });
}
