import type { NextRequest } from "next/server";

import { auditChange } from "@/lib/audit/audit-change";
import { toAppError } from "@/lib/aws/errors";
import { GitSourceInput } from "@/lib/git-source/schema";
import { packGitSource } from "@/lib/git-source/service";
import type { GitEvent } from "@/lib/git-source/view";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";

/** Packs a script from git into the workspace's bucket: one JSON object a line tells of progress, the last of the outcome. */
export function POST(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/git-source">) {
  return workspaceRoute("storage:write", ctx, async ({ workspace, member }) => {
    const input = parseInput(GitSourceInput, await request.json().catch(() => null));
    const target = `script from ${input.repository} ${input.ref} ${input.folder}`.trim();
    const left = new AbortController();
    request.signal.addEventListener("abort", () => left.abort(), { once: true });
    const lines = new ReadableStream<Uint8Array>({
      async start(controller) {
        const say = (event: GitEvent) => {
          if (!left.signal.aborted) controller.enqueue(new TextEncoder().encode(`${JSON.stringify(event)}\n`));
        };
        const watch = {
          onProgress: (step: Extract<GitEvent, { kind: "progress" }>["step"], bytes: number) =>
            say({ kind: "progress", step, bytes }),
          signal: left.signal,
        };
        try {
          const change = { member, workspaceId: workspace.id, action: "storage:write", target } as const;
          say({ kind: "source", source: await auditChange(change, () => packGitSource(workspace, input, watch)) });
        } catch (cause) {
          say({ kind: "problem", problem: toAppError(cause).problem });
        }
        if (!left.signal.aborted) controller.close();
      },
      cancel: () => left.abort(),
    });
    const headers = { "content-type": "application/x-ndjson", "cache-control": "no-store" };
    return new Response(lines, { headers });
  });
}
