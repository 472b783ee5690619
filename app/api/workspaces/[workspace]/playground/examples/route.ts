import type { NextRequest } from "next/server";

import { auditChange } from "@/lib/audit/audit-change";
import { AppError } from "@/lib/errors";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { readBody } from "@/lib/inference/read-body";
import { listExamples, saveExample } from "@/lib/playground/examples";
import { ListExamplesInput, MAX_EXAMPLE_BYTES, SaveExampleInput } from "@/lib/playground/schema";

type Context = RouteContext<"/api/workspaces/[workspace]/playground/examples">;

/** The examples that the workspace's people saved for a task. */
export function GET(request: NextRequest, ctx: Context) {
  return workspaceRoute("endpoint:invoke", ctx, ({ workspace }) =>
    listExamples(workspace, parseInput(ListExamplesInput, queryOf(request)).task),
  );
}

/** Saves the body as an example. A route and not an action, because a body may be a file larger than actions take. */
export function POST(request: NextRequest, ctx: Context) {
  return workspaceRoute("endpoint:invoke", ctx, async ({ workspace, member }) => {
    const input = parseInput(SaveExampleInput, queryOf(request));
    const contentType = request.headers.get("content-type") ?? "application/json";
    const body = await readBody(request, MAX_EXAMPLE_BYTES);
    if (body.byteLength === 0) throw new AppError("invalid", "There is nothing to save yet.");
    const change = {
      member,
      workspaceId: workspace.id,
      action: "endpoint:invoke",
      target: `example ${input.name}, saved`,
    } as const;
    return auditChange(change, () => saveExample(workspace, member, input, { body, contentType }));
  });
}
