import "server-only";
import { DeleteObjectCommand } from "@aws-sdk/client-s3";

import { type AwsTarget, s3Client } from "../client";
import { toAppError } from "../errors";
import type { ObjectPlace } from "./upload";

/** Deletes one object; one that is not there is no error, as for S3. */
export async function deleteObject(target: AwsTarget, { bucket, key }: ObjectPlace): Promise<void> {
  try {
    await s3Client(target).send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  } catch (cause) {
    throw toAppError(cause);
  }
}
