import "server-only";
import {
  CreateTransformJobCommand,
  type CreateTransformJobCommandInput,
  DescribeTransformJobCommand,
  type DescribeTransformJobResponse,
  ListTransformJobsCommand,
  type TransformJobSummary as SdkSummary,
  StopTransformJobCommand,
} from "@aws-sdk/client-sagemaker";

import { maskEnvironment } from "@/lib/secrets/mask";
import type { TransformJobPage, TransformJobSummary, TransformJobView } from "@/lib/transform/job-view";
import type { ListTransformJobsInput } from "@/lib/transform/list-schema";
import type { CreateTransformJobRequest } from "@/lib/transform/view";

import { type AwsTarget, sagemakerClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead, forgetReads } from "../read-cache";

/** Long enough that people looking at the same list share a call, short enough to see a state change soon. */
const STATE_TTL_MS = 2_000;

const SORT_KEYS = { name: "Name", created: "CreationTime", status: "Status" } as const;

/** One page of transform jobs, filtered and sorted by SageMaker. */
export function listTransformJobs(
  target: AwsTarget,
  input: Partial<ListTransformJobsInput> = {},
): Promise<TransformJobPage> {
  return cachedRead(target, "ListTransformJobs", input, STATE_TTL_MS, async () => {
    try {
      const out = await sagemakerClient(target).send(
        new ListTransformJobsCommand({
          NextToken: input.cursor || undefined,
          MaxResults: input.limit ?? 50,
          NameContains: input.search || undefined,
          StatusEquals: input.status,
          CreationTimeAfter: input.createdAfter ? new Date(`${input.createdAfter}T00:00:00Z`) : undefined,
          CreationTimeBefore: input.createdBefore ? new Date(`${input.createdBefore}T23:59:59Z`) : undefined,
          SortBy: SORT_KEYS[input.sort ?? "created"],
          SortOrder: input.order === "asc" ? "Ascending" : "Descending",
        }),
      );
      return { items: (out.TransformJobSummaries ?? []).map(toSummary), nextCursor: out.NextToken ?? null };
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** The job of that name as it is now, secrets masked; throws `not-found`. */
export function describeTransformJob(target: AwsTarget, name: string): Promise<TransformJobView> {
  return cachedRead(target, "DescribeTransformJob", name, STATE_TTL_MS, async () => {
    try {
      return toView(await sagemakerClient(target).send(new DescribeTransformJobCommand({ TransformJobName: name })));
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** Starts a job; throws `conflict` when the name was used before. */
export async function createTransformJob(target: AwsTarget, request: CreateTransformJobRequest): Promise<void> {
  try {
    // The SDK wants its own unions where ours say string: instance types come newer than the SDK.
    await sagemakerClient(target).send(new CreateTransformJobCommand(request as CreateTransformJobCommandInput));
  } catch (cause) {
    throw toAppError(cause);
  } finally {
    forgetReads(target.id);
  }
}

/** Asks a job to end; what it has not finished is not kept. */
export async function stopTransformJob(target: AwsTarget, name: string): Promise<void> {
  try {
    await sagemakerClient(target).send(new StopTransformJobCommand({ TransformJobName: name }));
  } catch (cause) {
    throw toAppError(cause);
  } finally {
    forgetReads(target.id);
  }
}

function toSummary(job: SdkSummary | DescribeTransformJobResponse): TransformJobSummary {
  return {
    name: job.TransformJobName ?? "",
    arn: job.TransformJobArn ?? "",
    status: job.TransformJobStatus ?? "Failed",
    failureReason: job.FailureReason ?? null,
    createdAt: job.CreationTime?.toISOString() ?? null,
    endedAt: job.TransformEndTime?.toISOString() ?? null,
  };
}

function toView(job: DescribeTransformJobResponse): TransformJobView {
  const { TransformInput, TransformOutput, TransformResources, DataProcessing, ModelClientConfig } = job;
  const source = TransformInput?.DataSource?.S3DataSource;
  return {
    ...toSummary(job),
    startedAt: job.TransformStartTime?.toISOString() ?? null,
    modelName: job.ModelName ?? "",
    inputUri: source?.S3Uri ?? "",
    inputType: source?.S3DataType === "ManifestFile" ? "ManifestFile" : "S3Prefix",
    isGzip: TransformInput?.CompressionType === "Gzip",
    contentType: TransformInput?.ContentType ?? null,
    split: TransformInput?.SplitType === "Line" ? "Line" : "None",
    strategy: job.BatchStrategy ?? null,
    maxPayloadMb: job.MaxPayloadInMB ?? null,
    maxConcurrent: job.MaxConcurrentTransforms ?? null,
    timeoutSeconds: ModelClientConfig?.InvocationsTimeoutInSeconds ?? null,
    maxRetries: ModelClientConfig?.InvocationsMaxRetries ?? null,
    outputUri: TransformOutput?.S3OutputPath ?? "",
    accept: TransformOutput?.Accept || null,
    assemble: TransformOutput?.AssembleWith ?? "None",
    kmsKeyId: TransformOutput?.KmsKeyId || null,
    isJoined: DataProcessing?.JoinSource === "Input",
    inputFilter: DataProcessing?.InputFilter || null,
    outputFilter: DataProcessing?.OutputFilter || null,
    instanceType: TransformResources?.InstanceType ?? "",
    instanceCount: TransformResources?.InstanceCount ?? 1,
    environment: maskEnvironment(job.Environment),
  };
}
