import type { NextRequest } from "next/server";

import { auditChange } from "@/lib/audit/audit-change";
import { completeMultipartUpload } from "@/lib/aws/s3/upload";
import { workspaceRoute } from "@/lib/http/authed-route";
import { parseInput } from "@/lib/http/parse-input";
import { s3Address } from "@/lib/s3/address";
import { CompleteUploadInput } from "@/lib/s3/schema";

/** Makes one object of the parts that have come. */
export function POST(request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/s3/uploads/completion">) {
  return workspaceRoute("storage:write", ctx, async ({ workspace, member }) => {
    const { uploadId, parts, replace, ...place } = parseInput(
      CompleteUploadInput,
      await request.json().catch(() => null),
    );
    const target = s3Address(place.bucket, place.key);
    return auditChange({ member, workspaceId: workspace.id, action: "storage:write", target }, () =>
      completeMultipartUpload(workspace, place, uploadId, parts, replace === "no"),
    );
  });
}
