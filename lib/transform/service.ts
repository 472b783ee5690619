import "server-only";
import type { Member } from "@/lib/auth/member";
import { describeModel } from "@/lib/aws/sagemaker/models";
import { listTags } from "@/lib/aws/sagemaker/tags";
import { describeTransformJob } from "@/lib/aws/sagemaker/transform-jobs";
import { DeployInput } from "@/lib/deploy/schema";
import { modelSourceLabel, modelSourceOf, taskOf } from "@/lib/endpoints/model-view";
import { inPool } from "@/lib/endpoints/pool";
import { AppError } from "@/lib/errors";
import { readOperation } from "@/lib/operations/journal";
import { getOperation, operationAfter, startOperation } from "@/lib/operations/service";
import { workspaceHubToken } from "@/lib/settings/hub-token";
import type { Workspace } from "@/lib/workspaces/view";
import type { TransformJobDetail, TransformJobRow } from "./job-view";
import { plannedTransform } from "./planned-request";
import type { TransformInput } from "./schema";
import type { TransformPlan } from "./transform-kind";

const WIDTH = 5;
/** Model and job are made within a second or two: then the page of the job is the next one to see. */
const PATIENCE_MS = 8_000;

/** A job with its tags and what its model runs; throws `not-found`. */
export async function readTransformJob(workspace: Workspace, name: string): Promise<TransformJobDetail> {
  const job = await describeTransformJob(workspace, name);
  const [tags, model] = await Promise.all([
    job.arn ? listTags(workspace, job.arn).catch(() => null) : null,
    describeModel(workspace, job.modelName).catch(() => null),
  ]);
  const container = model?.containers[0];
  return {
    ...job,
    tags,
    model: container
      ? { image: container.image, source: modelSourceLabel(modelSourceOf(container)), task: taskOf(container) }
      : null,
  };
}

/** What the visible rows of the table show beyond their status; jobs that are gone are left out. */
export async function readTransformJobRows(workspace: Workspace, names: readonly string[]): Promise<TransformJobRow[]> {
  const jobs = await inPool(names, WIDTH, (name) =>
    describeTransformJob(workspace, name).catch((cause: unknown) => {
      if (cause instanceof AppError && cause.code === "not-found") return null;
      throw cause;
    }),
  );
  return jobs.flatMap((job) => {
    if (!job) return [];
    const { name, status, modelName, inputUri, startedAt, endedAt, instanceType, instanceCount } = job;
    return [{ name, status, modelName, inputUri, startedAt, endedAt, instanceType, instanceCount }];
  });
}

export type StartedTransform = { operationId: string; jobName: string; isMade: boolean };

/** Makes model and job as one operation; sending the same form again finds the same operation. */
export async function startTransform(
  input: TransformInput,
  workspace: Workspace,
  member: Member,
): Promise<StartedTransform> {
  const known = await readOperation(input.requestId);
  if (!known) await begin(input, workspace, member);
  else await getOperation(workspace, known.id);
  const { status, summary } = await operationAfter(workspace, input.requestId, PATIENCE_MS);
  return { operationId: input.requestId, jobName: String(summary.jobName), isMade: status === "succeeded" };
}

async function begin(input: TransformInput, workspace: Workspace, member: Member): Promise<void> {
  if (input.modelFrom === "new" && input.source === "bundled" && !workspace.isEmulator) {
    const message = "Bundled models live in the emulator. Take the model from the Hub or from S3 here.";
    throw new AppError("invalid", message, { fieldErrors: { source: [message] } });
  }
  const requests = plannedTransform(input, workspace.region, await hubToken(input, workspace));
  await startOperation(workspace, member, {
    id: input.requestId,
    kind: "transform",
    target: `transform job ${requests.job.TransformJobName}`,
    summary: { jobName: requests.job.TransformJobName },
    plan: { requests } satisfies TransformPlan,
  });
}

async function hubToken(input: TransformInput, workspace: Workspace): Promise<string | null> {
  if (input.modelFrom === "existing") return null;
  const { hubTokenFrom, hubToken: typed } = DeployInput.parse(input);
  if (hubTokenFrom === "typed") return typed;
  if (hubTokenFrom === "none") return null;
  const saved = await workspaceHubToken(workspace.id);
  if (saved) return saved;
  const message = "This workspace has no saved Hub token. Save one in Settings, or type it here.";
  throw new AppError("invalid", message, { fieldErrors: { hubTokenFrom: [message] } });
}
