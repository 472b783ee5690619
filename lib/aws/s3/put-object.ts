import "server-only";
import { PutObjectCommand } from "@aws-sdk/client-s3";

import { type AwsTarget, s3Client } from "../client";
import { toAppError } from "../errors";
import type { ObjectPlace } from "./upload";

/** Puts a small object whole; one of the same key is replaced. */
export async function putObject(
  target: AwsTarget,
  { bucket, key }: ObjectPlace,
  body: Uint8Array,
  contentType: string,
): Promise<void> {
  try {
    await s3Client(target).send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType }),
    );
  } catch (cause) {
    throw toAppError(cause);
  }
}
