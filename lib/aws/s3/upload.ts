import "server-only";
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  PutObjectCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3";

import { type AwsTarget, s3Client } from "../client";
import { toAppError } from "../errors";

export type ObjectPlace = { bucket: string; key: string };
export type PartReceipt = { number: number; etag: string };

/** Begins an upload in parts and gives its id; archives unless `contentType` says otherwise. */
export async function createMultipartUpload(
  target: AwsTarget,
  { bucket, key }: ObjectPlace,
  metadata?: Record<string, string>,
  contentType = "application/gzip",
): Promise<string> {
  try {
    const command = new CreateMultipartUploadCommand({
      Bucket: bucket,
      Key: key,
      ContentType: contentType,
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

/** Makes one object of the parts: from here on it exists. `isNew`: fails when the key holds an object already. */
export async function completeMultipartUpload(
  target: AwsTarget,
  { bucket, key }: ObjectPlace,
  uploadId: string,
  parts: PartReceipt[],
  isNew = false,
): Promise<void> {
  try {
    const Parts = parts.map((part): CompletedPart => ({ PartNumber: part.number, ETag: part.etag }));
    await s3Client(target).send(
      new CompleteMultipartUploadCommand({
        Bucket: bucket,
        Key: key,
        UploadId: uploadId,
        MultipartUpload: { Parts },
        ...(isNew && { IfNoneMatch: "*" }),
      }),
    );
  } catch (cause) {
    throw toAppError(cause);
  }
}

type PutObject = { body: Uint8Array; contentType: string; isNew: boolean };

/** Writes an object in one piece. `isNew`: fails when the key holds an object already. */
export async function putObject(
  target: AwsTarget,
  { bucket, key }: ObjectPlace,
  { body, contentType, isNew }: PutObject,
): Promise<void> {
  try {
    await s3Client(target).send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: body,
        ContentLength: body.byteLength,
        ContentType: contentType,
        ...(isNew && { IfNoneMatch: "*" }),
      }),
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
