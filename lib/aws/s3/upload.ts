import "server-only";
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3";

import { type AwsTarget, s3Client } from "../client";
import { toAppError } from "../errors";

export type ObjectPlace = { bucket: string; key: string };
export type PartReceipt = { number: number; etag: string };

/** Begins an upload in parts and gives its id. */
export async function createMultipartUpload(
  target: AwsTarget,
  { bucket, key }: ObjectPlace,
  metadata?: Record<string, string>,
): Promise<string> {
  try {
    const command = new CreateMultipartUploadCommand({
      Bucket: bucket,
      Key: key,
      ContentType: "application/gzip",
      Metadata: metadata,
    });
    return (await s3Client(target).send(command)).UploadId ?? "";
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Sends one part; the SDK repeats it by itself when the network fails. */
export async function uploadPart(
  target: AwsTarget,
  { bucket, key }: ObjectPlace,
  uploadId: string,
  number: number,
  body: Uint8Array,
): Promise<PartReceipt> {
  try {
    const command = new UploadPartCommand({
      Bucket: bucket,
      Key: key,
      UploadId: uploadId,
      PartNumber: number,
      Body: body,
      ContentLength: body.byteLength,
    });
    return { number, etag: (await s3Client(target).send(command)).ETag ?? "" };
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Makes one object of the parts: from here on it exists. */
export async function completeMultipartUpload(
  target: AwsTarget,
  { bucket, key }: ObjectPlace,
  uploadId: string,
  parts: PartReceipt[],
): Promise<void> {
  try {
    const Parts = parts.map((part): CompletedPart => ({ PartNumber: part.number, ETag: part.etag }));
    await s3Client(target).send(
      new CompleteMultipartUploadCommand({ Bucket: bucket, Key: key, UploadId: uploadId, MultipartUpload: { Parts } }),
    );
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Throws the parts away: S3 bills unfinished uploads. */
export async function abortMultipartUpload(
  target: AwsTarget,
  { bucket, key }: ObjectPlace,
  uploadId: string,
): Promise<void> {
  try {
    await s3Client(target).send(new AbortMultipartUploadCommand({ Bucket: bucket, Key: key, UploadId: uploadId }));
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Throws away what an earlier process left of uploads to this place when it died. */
export async function abortUnfinishedUploads(target: AwsTarget, { bucket, key }: ObjectPlace): Promise<void> {
  try {
    const command = new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: key });
    const { Uploads = [] } = await s3Client(target).send(command);
    for (const { Key, UploadId } of Uploads) {
      if (Key === key && UploadId) await abortMultipartUpload(target, { bucket, key }, UploadId);
    }
  } catch (cause) {
    throw toAppError(cause);
  }
}
