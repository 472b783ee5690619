import type { NextRequest } from "next/server";

import { invokeEndpoint } from "@/lib/aws/sagemaker-runtime/invoke-endpoint";
import { ResourceName } from "@/lib/endpoints/schema";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { MAX_BODY_BYTES } from "@/lib/inference/limits";
import { readBody } from "@/lib/inference/read-body";

/** Passes a body of any content type to the endpoint's container, and the container's answer back as it came. */
export function POST(
  request: NextRequest,
  ctx: RouteContext<"/api/workspaces/[workspace]/endpoints/[name]/invocations">,
) {
  return workspaceRoute("endpoint:invoke", ctx, async ({ workspace }) => {
    const name = parseInput(ResourceName, (await ctx.params).name);
    const body = await readBody(request, MAX_BODY_BYTES);
    const answer = await invokeEndpoint(workspace, name, {
      body,
      contentType: request.headers.get("content-type") ?? "application/json",
      accept: request.headers.get("accept") ?? "application/json",
      targetVariant: request.headers.get("x-target-variant") ?? undefined,
      signal: request.signal,
    });
    return new Response(answer.body as BodyInit, {
      headers: {
        "content-type": answer.contentType,
        "cache-control": "no-store",
        // The body is the model's: whatever it claims to be, a browser must not run it as a page of ours.
        "x-content-type-options": "nosniff",
        "content-security-policy": "sandbox; default-src 'none'",
        "x-invoked-variant": answer.variant ?? "",
        "x-request-id": answer.requestId ?? "",
        "x-latency-ms": answer.latencyMs.toFixed(1),
      },
    });
  });
}
