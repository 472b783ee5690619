import type { NextRequest } from "next/server";

import { abortMultipartUpload, createMultipartUpload, uploadPart } from "@/lib/aws/s3/upload";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { previewType } from "@/lib/s3/preview-kind";
import { readPart } from "@/lib/s3/read-part";
import { AbortUploadInput, BeginUploadInput, PartInput } from "@/lib/s3/schema";

type Context = RouteContext<"/api/workspaces/[workspace]/s3/uploads">;

/** Begins an upload in parts. Nothing exists before it is completed, which is what the activity log keeps. */
export function POST(request: NextRequest, ctx: Context) {
  return workspaceRoute("storage:write", ctx, async ({ workspace }) => {
    const place = parseInput(BeginUploadInput, queryOf(request));
    return { uploadId: await createMultipartUpload(workspace, place, undefined, previewType(place.key)) };
  });
}

/** Takes one part and answers with its receipt. */
export function PUT(request: NextRequest, ctx: Context) {
  return workspaceRoute("storage:write", ctx, async ({ workspace }) => {
    const { uploadId, part, bytes, ...place } = parseInput(PartInput, queryOf(request));
    return uploadPart(workspace, place, uploadId, part, await readPart(request.body, bytes));
  });
}

/** Throws away what has come so far. */
export function DELETE(request: NextRequest, ctx: Context) {
  return workspaceRoute("storage:write", ctx, async ({ workspace }) => {
    const { uploadId, ...place } = parseInput(AbortUploadInput, queryOf(request));
    await abortMultipartUpload(workspace, place, uploadId);
  });
}
