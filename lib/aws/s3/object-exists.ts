import "server-only";
import { HeadObjectCommand } from "@aws-sdk/client-s3";

import { type AwsTarget, s3Client } from "../client";
import { toAppError } from "../errors";
import type { ObjectPlace } from "./upload";

/**
 * Whether an object is there. S3 answers 403 for one that is not to whoever may not list the bucket: that is taken for
 * "not there" too, as a role that may only read its answers must be able to wait for them.
 */
export async function objectExists(target: AwsTarget, place: ObjectPlace): Promise<boolean> {
  try {
    await s3Client(target).send(new HeadObjectCommand({ Bucket: place.bucket, Key: place.key }));
    return true;
  } catch (cause) {
    const error = toAppError(cause);
    if (error.code === "not-found" || error.code === "forbidden") return false;
    throw error;
  }
}
