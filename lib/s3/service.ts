import "server-only";
import { cachedRead } from "@/lib/aws/read-cache";
import { listBuckets } from "@/lib/aws/s3/list-objects";
import { AppError } from "@/lib/errors";
import { workspaceBucket } from "@/lib/uploads/service";
import type { Workspace } from "@/lib/workspaces/view";

import type { S3Bucket, S3Buckets } from "./view";

const TTL_MS = 15_000;

/** The buckets that the role may list. A refusal is no failure: the workspace's bucket and typed ones still work. */
export function findBuckets(workspace: Workspace): Promise<S3Buckets> {
  return cachedRead(workspace, "FindBuckets", workspace.bucket, TTL_MS, async () => {
    const [listed, own] = await Promise.all([
      listBuckets(workspace).catch(refusal),
      workspaceBucket(workspace).catch(() => null),
    ]);
    return listed instanceof AppError
      ? { buckets: [], own, problem: listed.problem }
      : { buckets: listed satisfies S3Bucket[], own, problem: null };
  });
}

function refusal(cause: unknown): AppError {
  if (cause instanceof AppError && cause.code === "forbidden") return cause;
  throw cause;
}
