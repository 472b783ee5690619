import { judgeRead } from "../http/conditions.ts";
import { invalidArgument, noSuchBucket, noSuchKey, preconditionFailed } from "../http/faults.ts";
import { header, type S3Call } from "../http/s3-call.ts";
import type { StoredObject } from "../storage/types.ts";

/** The object that `x-amz-copy-source` names, once its conditions hold. */
export function copySource(call: S3Call): StoredObject {
  const text = header(call, "x-amz-copy-source") ?? "";
  const [path = ""] = text.split("?versionId=");
  const [, bucket, key] = /^\/?([^/]+)\/(.+)$/s.exec(safeDecode(path)) ?? [];
  if (bucket === undefined || key === undefined) {
    throw invalidArgument("Invalid copy source object key", "x-amz-copy-source", text);
  }
  if (!call.store.buckets.get(bucket)) throw noSuchBucket(bucket);
  const object = call.store.objects.get(bucket, key);
  if (!object) throw noSuchKey(key);
  const verdict = judgeRead(call, object, "x-amz-copy-source-");
  if (verdict === "not modified") throw preconditionFailed("x-amz-copy-source-If-None-Match");
  if (typeof verdict === "object") throw preconditionFailed(`x-amz-copy-source-${verdict.failed}`);
  return object;
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
