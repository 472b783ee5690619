import "server-only";
import { ListBucketsCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";

import type { S3Bucket, S3Entry, S3Page } from "@/lib/s3/view";

import { type AwsTarget, s3Client } from "../client";
import { toAppError } from "../errors";

/** Every bucket of the account, by name. */
export async function listBuckets(target: AwsTarget): Promise<S3Bucket[]> {
  try {
    const { Buckets = [] } = await s3Client(target).send(new ListBucketsCommand({}));
    return Buckets.map(({ Name = "", CreationDate }) => ({
      name: Name,
      createdAt: CreationDate?.toISOString() ?? null,
    }));
  } catch (cause) {
    throw toAppError(cause);
  }
}

type Listing = { bucket: string; prefix: string; token?: string | undefined };

/** What begins with `prefix`, cut at the next slash: up to 1,000 prefixes and objects in S3's order. */
export async function listObjects(target: AwsTarget, { bucket, prefix, token }: Listing): Promise<S3Page> {
  try {
    const answer = await s3Client(target).send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, Delimiter: "/", ContinuationToken: token }),
    );
    const deeper = (answer.CommonPrefixes ?? []).map(({ Prefix = "" }): S3Entry => ({ kind: "prefix", key: Prefix }));
    const objects = (answer.Contents ?? [])
      // What marks an empty folder is the folder itself, not something in it.
      .filter(({ Key }) => Key !== prefix || !prefix.endsWith("/"))
      .map(({ Key = "", Size = 0, LastModified }): S3Entry => {
        return { kind: "object", key: Key, bytes: Size, modifiedAt: LastModified?.toISOString() ?? null };
      });
    return { entries: [...deeper, ...objects], next: answer.NextContinuationToken ?? null };
  } catch (cause) {
    throw toAppError(cause);
  }
}
