import "server-only";
import { ListObjectsV2Command } from "@aws-sdk/client-s3";

import { type AwsTarget, s3Client } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

const LIST_TTL_MS = 4_000;
const PAGE = 1_000;

export type ListedObject = { key: string; bytes: number; at: string };

/** The first thousand objects below a prefix, in one call; `isCut` when there are more. */
export function listObjectsBelow(
  target: AwsTarget,
  { bucket, key }: { bucket: string; key: string },
): Promise<{ objects: ListedObject[]; isCut: boolean }> {
  return cachedRead(target, "ListObjectsV2", [bucket, key], LIST_TTL_MS, async () => {
    try {
      const out = await s3Client(target).send(new ListObjectsV2Command({ Bucket: bucket, Prefix: key, MaxKeys: PAGE }));
      const objects = (out.Contents ?? []).map(({ Key = "", Size = 0, LastModified }) => ({
        key: Key,
        bytes: Size,
        at: (LastModified ?? new Date(0)).toISOString(),
      }));
      return { objects, isCut: out.IsTruncated ?? false };
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}
