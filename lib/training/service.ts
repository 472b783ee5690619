import "server-only";
import { listTags } from "@/lib/aws/sagemaker/tags";
import { createTrainingJob, describeTrainingJob } from "@/lib/aws/sagemaker/training-jobs";
import { describeTrainingRequest } from "@/lib/aws/sagemaker/training-request";
import { inPool } from "@/lib/endpoints/pool";
import { AppError } from "@/lib/errors";
import { provideSample } from "@/lib/samples/service";
import { hideInProblem } from "@/lib/secrets/hide";
import { looksSecret } from "@/lib/secrets/mask";
import { workspaceHubToken } from "@/lib/settings/hub-token";
import { workspaceBucket } from "@/lib/uploads/service";
import type { Workspace } from "@/lib/workspaces/view";
import { carriesToken } from "./hub-push";
import { decodeHyperparameters } from "./hyperparameters";
import type { TrainingJobDetail, TrainingJobRow, TrainingJobView } from "./job-view";
import { plannedRequest } from "./planned-request";
import type { TrainingInput } from "./schema";
import { toolkitText } from "./toolkit-settings";
import type { CreateTrainingJobRequest } from "./view";

const WIDTH = 5;
/** AWS's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * Creates the job that a form stands for. Sending the same form again finds the job that it made: names are unique, so
 * a second click or a repeated request never makes a second job.
 */
export async function startTraining(input: TrainingInput, workspace: Workspace): Promise<{ name: string }> {
  const place = { region: workspace.region, bucket: await workspaceBucket(workspace) };
  const hubToken = await hubTokenFor(input, workspace);
  const request = plannedRequest(input, place, hubToken);
  const name = request.TrainingJobName;
  if (input.source === "s3") await provideSample(workspace, input.sourceUri);
  try {
    await createTrainingJob(workspace, request);
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    if (cause.code !== "conflict") throw withoutSecrets(cause, request, hubToken);
    const existing = await describeTrainingJob(workspace, name);
    if (!isMadeBy(request, existing, new Date(input.stampedAt))) {
      const message = "There is already a training job of this name. Choose another.";
      throw new AppError("conflict", message, { fieldErrors: { jobName: [message] } });
    }
  }
  return { name };
}

async function hubTokenFor(input: TrainingInput, workspace: Workspace): Promise<string | null> {
  if (!carriesToken(input)) return null;
  if (input.hubTokenFrom === "typed") return input.hubToken;
  const saved = await workspaceHubToken(workspace.id);
  if (saved) return saved;
  const message = "This workspace has no saved Hub token. Save one in Settings, or type it here.";
  throw new AppError("invalid", message, { fieldErrors: { hubTokenFrom: [message] } });
}

/** AWS repeats bad values in its messages. */
function withoutSecrets(error: AppError, request: CreateTrainingJobRequest, hubToken: string | null): AppError {
  const given = [...Object.entries(request.Environment ?? {}), ...Object.entries(plainTexts(request.HyperParameters))];
  const secrets = given.flatMap(([name, value]) => (value && looksSecret(name, value) ? [value] : []));
  const { code, message, ...more } = hideInProblem(error.problem, [...secrets, ...(hubToken ? [hubToken] : [])]);
  return new AppError(code, message, more);
}

function plainTexts(sent: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.keys(sent).map((name) => [name, toolkitText(sent, name) ?? ""]));
}

/** True when a job is the one that this request made, and not another's of the same name. */
function isMadeBy(request: CreateTrainingJobRequest, job: TrainingJobView, stampedAt: Date): boolean {
  const isRecent = job.createdAt !== null && Date.parse(job.createdAt) >= stampedAt.getTime() - CLOCK_SKEW_MS;
  const { AlgorithmSpecification, ResourceConfig, HyperParameters, RoleArn } = request;
  return (
    isRecent &&
    job.image === AlgorithmSpecification.TrainingImage &&
    job.instanceType === ResourceConfig.InstanceType &&
    job.instanceCount === ResourceConfig.InstanceCount &&
    job.executionRoleArn === RoleArn &&
    job.entryPoint === toolkitText(HyperParameters, "sagemaker_program") &&
    job.hyperparameters.length === decodeHyperparameters(HyperParameters).length
  );
}

/** A job with its tags; throws `not-found`. */
export async function readTrainingJob(workspace: Workspace, name: string): Promise<TrainingJobDetail> {
  const job = await describeTrainingJob(workspace, name);
  // Tags take a right of their own: without it the page still has everything else.
  const tags = job.arn ? await listTags(workspace, job.arn).catch(() => null) : null;
  return { ...job, tags };
}

/** The request that a job was created with, secrets masked; throws `not-found`. */
export async function readTrainingRequest(workspace: Workspace, name: string): Promise<CreateTrainingJobRequest> {
  const request = await describeTrainingRequest(workspace, name);
  const { arn } = await describeTrainingJob(workspace, name);
  const tags = await listTags(workspace, arn).catch(() => []);
  const own = tags.filter(({ key }) => !key.startsWith("aws:"));
  return { ...request, ...(own.length > 0 && { Tags: own.map(({ key, value }) => ({ Key: key, Value: value })) }) };
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
