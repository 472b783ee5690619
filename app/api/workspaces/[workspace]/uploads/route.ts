import type { NextRequest } from "next/server";

import { auditChange } from "@/lib/audit/audit-change";
import { AppError } from "@/lib/errors";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { TrainingJobName } from "@/lib/training/list-schema";
import { MAX_ARCHIVE_BYTES, tooLarge } from "@/lib/uploads/limits";
import { uploadArchive, uploadTrainingSource } from "@/lib/uploads/service";

/**
 * Streams the body, a tar.gz, into the workspace's bucket and answers with its s3:// address: a model, or with `job` the
 * script of the training job of that name.
 */
export function POST(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/uploads">) {
  return workspaceRoute("storage:write", ctx, ({ workspace, member }) => {
    const { body } = request;
    if (Number(request.headers.get("content-length") ?? 0) > MAX_ARCHIVE_BYTES) throw tooLarge();
    if (!body) throw new AppError("invalid", "The file is empty.");
    const { searchParams } = request.nextUrl;
    const job = searchParams.has("job") ? parseInput(TrainingJobName, searchParams.get("job")) : null;
    const name = searchParams.get("name") ?? "";
    const target = job ? `script of training job ${job}` : `archive ${name}`;
    return auditChange({ member, workspaceId: workspace.id, action: "storage:write", target }, () =>
      job ? uploadTrainingSource(workspace, job, body) : uploadArchive(workspace, name, body),
    );
  });
}
