import "server-only";
import { listTags } from "@/lib/aws/sagemaker/tags";
import { describeTrainingJob } from "@/lib/aws/sagemaker/training-jobs";
import { inPool } from "@/lib/endpoints/pool";
import { AppError } from "@/lib/errors";
import type { Workspace } from "@/lib/workspaces/view";

import type { TrainingJobDetail, TrainingJobRow, TrainingJobView } from "./job-view";

const WIDTH = 5;

/** A job with its tags; throws `not-found`. */
export async function readTrainingJob(workspace: Workspace, name: string): Promise<TrainingJobDetail> {
  const job = await describeTrainingJob(workspace, name);
  // Tags take a right of their own: without it the page still has everything else.
  const tags = job.arn ? await listTags(workspace, job.arn).catch(() => null) : null;
  return { ...job, tags };
}

/** What the visible rows of the table show beyond their status; jobs that are gone are left out. */
export async function readTrainingJobRows(workspace: Workspace, names: readonly string[]): Promise<TrainingJobRow[]> {
  const jobs = await inPool(names, WIDTH, (name) => describeTrainingJob(workspace, name).catch(nullWhenGone));
  return jobs.flatMap((job) => (job ? [toRow(job)] : []));
}

function toRow(job: TrainingJobView): TrainingJobRow {
  const { name, status, startedAt, endedAt, isSpot, instanceType, instanceCount } = job;
  return {
    name,
    status,
    startedAt,
    endedAt,
    isSpot,
    fleet: instanceType ? `${instanceCount ?? 1} × ${instanceType}` : null,
  };
}

function nullWhenGone(cause: unknown): null {
  if (cause instanceof AppError && cause.code === "not-found") return null;
  throw cause;
}
