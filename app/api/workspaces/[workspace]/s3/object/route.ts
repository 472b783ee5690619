import type { NextRequest } from "next/server";

import { auditChange } from "@/lib/audit/audit-change";
import { headObject } from "@/lib/aws/s3/read-object";
import { putObject } from "@/lib/aws/s3/upload";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput, queryOf } from "@/lib/http/parse-input";
import { s3Address } from "@/lib/s3/address";
import { previewType } from "@/lib/s3/preview-kind";
import { readPart } from "@/lib/s3/read-part";
import { ObjectInput, PutObjectInput } from "@/lib/s3/schema";
import { downloadObject, previewObject } from "@/lib/s3/send-object";

/** Size and age of an object (null: there is none); with `as=preview` its beginning, with `as=download` all of it. */
export function GET(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/s3/object">) {
  return workspaceRoute("storage:read", ctx, async ({ workspace }) => {
    const { as, ...query } = queryOf(request);
    const place = parseInput(ObjectInput, query);
    if (as === "download") return downloadObject(workspace, place, request.signal);
    if (as === "preview") return previewObject(workspace, place, request.signal);
    return headObject(workspace, place);
  });
}

/** Writes the body, at most one part long, as an object. */
export function PUT(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/s3/object">) {
  return workspaceRoute("storage:write", ctx, ({ workspace, member }) => {
    const { bytes, replace, ...place } = parseInput(PutObjectInput, queryOf(request));
    const change = {
      member,
      workspaceId: workspace.id,
      action: "storage:write" as const,
      target: s3Address(place.bucket, place.key),
    };
    return auditChange(change, async () => {
      const body = await readPart(request.body, bytes);
      await putObject(workspace, place, { body, contentType: previewType(place.key), isNew: replace === "no" });
    });
  });
}
