import "server-only";
import { cachedRead } from "@/lib/aws/read-cache";
import { listObjects } from "@/lib/aws/s3/list-objects";
import { describeTrainingJob } from "@/lib/aws/sagemaker/training-jobs";
import { AppError } from "@/lib/errors";
import { listArchive } from "@/lib/own-code/list-archive";
import { parseS3Uri } from "@/lib/own-code/places";
import { downloadObject } from "@/lib/s3/send-object";
import type { Workspace } from "@/lib/workspaces/view";

import type { TrainingArtifact } from "./artifact-view";

const TTL_MS = 60_000;

/** What is in the model that a job left: asked for by the job's name, so that it opens no other place in S3. */
export async function readArtifact(workspace: Workspace, jobName: string): Promise<TrainingArtifact> {
  const uri = await artifactUri(workspace, jobName);
  if (uri.endsWith(".tar.gz")) {
    const { files, isWhole, archiveBytes } = await listArchive(workspace, uri);
    return { kind: "archive", bytes: archiveBytes, files, isWhole };
  }
  return cachedRead(workspace, "ListArtifact", uri, TTL_MS, async () => {
    const { bucket, key } = parseS3Uri(uri);
    const prefix = key.endsWith("/") ? key : `${key}/`;
    const { entries, next } = await listObjects(workspace, { bucket, prefix });
    return { kind: "folder", entries, isWhole: next === null };
  });
}

/** The model's archive as a stream to keep. */
export async function downloadArtifact(workspace: Workspace, jobName: string, signal: AbortSignal): Promise<Response> {
  const uri = await artifactUri(workspace, jobName);
  if (!uri.endsWith(".tar.gz")) {
    throw new AppError("invalid", "This job's model is a folder, not one archive.", {
      hint: "Download its objects one by one, or the folder by `aws s3 sync`.",
    });
  }
  return downloadObject(workspace, parseS3Uri(uri), signal);
}

async function artifactUri(workspace: Workspace, jobName: string): Promise<string> {
  const { artifactUri: uri } = await describeTrainingJob(workspace, jobName);
  if (uri) return uri;
  throw new AppError("not-found", `Training job ${jobName} has left no model.`);
}
