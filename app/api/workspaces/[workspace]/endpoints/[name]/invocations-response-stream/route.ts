import { after, type NextRequest } from "next/server";

import { invokeEndpointStream } from "@/lib/aws/sagemaker-runtime/invoke-endpoint-stream";
import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { STREAM_HEADERS } from "@/lib/http/json-lines";
import { parseInput } from "@/lib/http/parse-input";
import { CallOptions, optionsIn } from "@/lib/inference/call-options";
import { MAX_BODY_BYTES } from "@/lib/inference/limits";
import { readBody } from "@/lib/inference/read-body";
import { frameStream } from "@/lib/inference/stream/frame-stream";
import { failedCall } from "@/lib/playground/failed-call";
import { readCallHeaders } from "@/lib/playground/schema";
import { rememberCall } from "@/lib/playground/service";

/** Passes a body to the endpoint's container, and the container's answer on piece by piece, as lines of JSON. */
export function POST(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/invocations-response-stream">,
) {
  return workspaceRoute("endpoint:invoke", ctx, async (owner) => {
    const endpoint = parseInput(ResourceName, (await ctx.params).name);
    const body = await readBody(request, MAX_BODY_BYTES);
    const { headers } = request;
    const contentType = headers.get("content-type") ?? "application/json";
    const options = parseInput(CallOptions, optionsIn(headers));
    const call = { ...owner, ...readCallHeaders(headers), at: new Date(), endpoint, request: { body, contentType } };
    const reader = new AbortController();
    const signal = AbortSignal.any([request.signal, reader.signal]);
    const accept = headers.get("accept") ?? "application/json";
    try {
      const invocation = { body, contentType, accept, options, signal };
      const answer = await invokeEndpointStream(owner.workspace, endpoint, invocation);
      const { variant, requestId } = answer;
      const { stream, ended } = frameStream({ answer, startedAt: call.at, onCancel: () => reader.abort() });
      after(async () => {
        const ending = await ended;
        // A call that its reader left is no part of the history, as in the route that answers in one piece.
        if (!ending || signal.aborted) return;
        const outcome = ending.problem
          ? { problem: ending.problem }
          : { answer: { body: ending.body, contentType: answer.contentType } };
        await rememberCall({ ...call, outcome, variant, requestId, latencyMs: ending.latencyMs });
      });
      return new Response(stream, { headers: STREAM_HEADERS });
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
