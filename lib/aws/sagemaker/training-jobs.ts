import "server-only";
import {
  CreateTrainingJobCommand,
  type CreateTrainingJobCommandInput,
  DeleteTrainingJobCommand,
  DescribeTrainingJobCommand,
  ListTrainingJobsCommand,
  StopTrainingJobCommand,
  type TrainingJobSortByOptions,
} from "@aws-sdk/client-sagemaker";

import type { TrainingJobPage, TrainingJobView } from "@/lib/training/job-view";
import type { ListTrainingJobsInput } from "@/lib/training/list-schema";
import type { CreateTrainingJobRequest } from "@/lib/training/view";

import { type AwsTarget, sagemakerClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead, forgetReads } from "../read-cache";
import { toTrainingJobSummary, toTrainingJobView } from "./training-job-view";

/** Long enough that people looking at the same list share a call, short enough to see a state change soon. */
const STATE_TTL_MS = 2_000;

const SORT_KEYS = { name: "Name", created: "CreationTime", status: "Status" } satisfies Record<
  ListTrainingJobsInput["sort"],
  TrainingJobSortByOptions
>;

/** One page of training jobs, filtered and sorted by SageMaker. */
export function listTrainingJobs(
  target: AwsTarget,
  input: Partial<ListTrainingJobsInput> = {},
): Promise<TrainingJobPage> {
  return cachedRead(target, "ListTrainingJobs", input, STATE_TTL_MS, async () => {
    try {
      const out = await sagemakerClient(target).send(
        new ListTrainingJobsCommand({
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
      return {
        items: (out.TrainingJobSummaries ?? []).map(toTrainingJobSummary),
        nextCursor: out.NextToken ?? null,
      };
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** The job of that name as it is now, secrets masked; throws `not-found`. */
export function describeTrainingJob(target: AwsTarget, name: string): Promise<TrainingJobView> {
  return cachedRead(target, "DescribeTrainingJob", name, STATE_TTL_MS, async () => {
    try {
      return toTrainingJobView(
        await sagemakerClient(target).send(new DescribeTrainingJobCommand({ TrainingJobName: name })),
      );
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** Starts a job; throws `conflict` when the name was used before. */
export function createTrainingJob(target: AwsTarget, request: CreateTrainingJobRequest): Promise<void> {
  // The SDK wants its own unions where ours say string: instance types come newer than the SDK.
  return change(target, () =>
    sagemakerClient(target).send(new CreateTrainingJobCommand(request as CreateTrainingJobCommandInput)),
  );
}

/** Asks a job to end: its script gets SIGTERM and two minutes, what it saved is uploaded. */
export function stopTrainingJob(target: AwsTarget, name: string): Promise<void> {
  return change(target, () => sagemakerClient(target).send(new StopTrainingJobCommand({ TrainingJobName: name })));
}

/** Deletes the record of a job that has ended. What it left in S3 and its log stay. */
export function deleteTrainingJob(target: AwsTarget, name: string): Promise<void> {
  return change(target, () => sagemakerClient(target).send(new DeleteTrainingJobCommand({ TrainingJobName: name })));
}

async function change(target: AwsTarget, send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (cause) {
    throw toAppError(cause);
  } finally {
    forgetReads(target.id);
  }
}
