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
import { describeTrainingJob } from "@/lib/aws/sagemaker/training-jobs";
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
  return uploadTo(
    workspace,
    { bucket: await uploadBucket(workspace), key: `uploads/${randomUUID()}/${archiveName(name)}` },
    body,
  );
}

/**
 * Streams the script of a training job to where the Python SDK puts it. The script of a job that exists is never
 * written over.
 */
export async function uploadTrainingSource(
  workspace: Workspace,
  jobName: string,
  body: ReadableStream<Uint8Array>,
): Promise<UploadedArchive> {
  if (await trainingJobExists(workspace, jobName)) {
    throw new AppError("conflict", `There is already a training job ${jobName}.`, {
      hint: "Choose another name.",
    });
  }
  return uploadTo(
    workspace,
    { bucket: await uploadBucket(workspace), key: `${jobName}/source/sourcedir.tar.gz` },
    body,
  );
}

/** Streams a script that was packed from git to a place of its own; `name` tells its content. */
export async function uploadGitSource(
  workspace: Workspace,
  name: string,
  body: ReadableStream<Uint8Array>,
): Promise<UploadedArchive> {
  const bucket = await uploadBucket(workspace);
  return uploadTo(workspace, { bucket, key: `git-sources/${name}/sourcedir.tar.gz` }, body);
}

async function trainingJobExists(workspace: Workspace, name: string): Promise<boolean> {
  try {
    await describeTrainingJob(workspace, name);
    return true;
  } catch (cause) {
    if (cause instanceof AppError && cause.code === "not-found") return false;
    throw cause;
  }
}

/** Streams an archive to a place in S3; nothing is there unless it arrived whole. */
export async function uploadTo(
  workspace: Workspace,
  place: ObjectPlace,
  body: ReadableStream<Uint8Array>,
  metadata?: Record<string, string>,
): Promise<UploadedArchive> {
  const uploadId = await createMultipartUpload(workspace, place, metadata);
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

/** The workspace's bucket, else the account's default one by the name that the Python SDK gives it. */
export async function workspaceBucket(workspace: Workspace): Promise<string> {
  if (workspace.bucket) return workspace.bucket;
  const { account } = await getCallerIdentity(workspace);
  return `sagemaker-${workspace.region}-${account}`;
}

/** The same, made when it is the account's default and missing, as the Python SDK does. */
export async function uploadBucket(workspace: Workspace): Promise<string> {
  const bucket = await workspaceBucket(workspace);
  if (workspace.bucket) return bucket;
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
