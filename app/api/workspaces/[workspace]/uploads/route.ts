import type { NextRequest } from "next/server";

import { auditChange } from "@/lib/audit/audit-change";
import { AppError } from "@/lib/errors";
import { workspaceRoute } from "@/lib/http/authed-route";
import { MAX_ARCHIVE_BYTES, tooLarge } from "@/lib/uploads/limits";
import { uploadArchive } from "@/lib/uploads/service";

/** Streams the body, a model.tar.gz, into the workspace's bucket and answers with its s3:// address. */
export function POST(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/uploads">) {
  return workspaceRoute("storage:write", ctx, ({ workspace, member }) => {
    const { body } = request;
    if (Number(request.headers.get("content-length") ?? 0) > MAX_ARCHIVE_BYTES) throw tooLarge();
    if (!body) throw new AppError("invalid", "The file is empty.");
    const name = request.nextUrl.searchParams.get("name") ?? "";
    const change = { member, workspaceId: workspace.id, action: "storage:write", target: `archive ${name}` } as const;
    return auditChange(change, () => uploadArchive(workspace, name, body));
  });
}
