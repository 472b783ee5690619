import "server-only";
import { randomUUID } from "node:crypto";

import { bucketExists, createBucket } from "@/lib/aws/s3/buckets";
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  type ObjectPlace,
  type PartReceipt,
  uploadPart,
} from "@/lib/aws/s3/upload";
import { getCallerIdentity } from "@/lib/aws/sts/get-caller-identity";
import { AppError } from "@/lib/errors";
import type { Workspace } from "@/lib/workspaces/view";

import { ArchiveCheck } from "./check-archive";
import { gatherParts } from "./gather-parts";
import { MAX_ARCHIVE_BYTES, tooLarge } from "./limits";
import type { UploadedArchive } from "./view";

/** Streams a model archive into the workspace's bucket; at most one part of it is in memory at a time. */
export async function uploadArchive(
  workspace: Workspace,
  name: string,
  body: ReadableStream<Uint8Array>,
): Promise<UploadedArchive> {
  const place = { bucket: await uploadBucket(workspace), key: `uploads/${randomUUID()}/${archiveName(name)}` };
  const uploadId = await createMultipartUpload(workspace, place);
  const check = new ArchiveCheck();
  try {
    const { parts, bytes } = await sendParts(workspace, place, uploadId, body, check);
    await completeMultipartUpload(workspace, place, uploadId, parts);
    return { s3Uri: `s3://${place.bucket}/${place.key}`, bytes };
  } catch (cause) {
    await abortMultipartUpload(workspace, place, uploadId).catch(() => {});
    throw cause;
  } finally {
    check.close();
  }
}

async function sendParts(
  workspace: Workspace,
  place: ObjectPlace,
  uploadId: string,
  body: ReadableStream<Uint8Array>,
  check: ArchiveCheck,
): Promise<{ parts: PartReceipt[]; bytes: number }> {
  const parts: PartReceipt[] = [];
  let bytes = 0;
  for await (const part of gatherParts(body)) {
    bytes += part.byteLength;
    if (bytes > MAX_ARCHIVE_BYTES) throw tooLarge();
    await check.take(part);
    parts.push(await uploadPart(workspace, place, uploadId, parts.length + 1, part));
  }
  if (bytes === 0) throw new AppError("invalid", "The file is empty.");
  await check.end();
  return { parts, bytes };
}

/** The workspace's bucket, else the account's default one, which the Python SDK also makes when it is missing. */
async function uploadBucket(workspace: Workspace): Promise<string> {
  if (workspace.bucket) return workspace.bucket;
  const { account } = await getCallerIdentity(workspace);
  const bucket = `sagemaker-${workspace.region}-${account}`;
  if (!(await bucketExists(workspace, bucket))) await createBucket(workspace, bucket);
  return bucket;
}

/** What is left of a file's name when only characters that need no escaping in an S3 address stay. */
function archiveName(name: string): string {
  const base = name
    .replace(/\.(tar\.gz|tgz)$/i, "")
    .replace(/[^a-zA-Z0-9._-]+/g, "-")
    .slice(0, 100);
  return `${base.replace(/^[-.]+|[-.]+$/g, "") || "model"}.tar.gz`;
}
