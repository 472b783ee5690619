import type { EmulatorContext } from "../../context.ts";
import type { Call, Operations } from "../../protocol/aws-request.ts";
import { Fault, validation } from "../../protocol/fault.ts";
import { type TrainingDefinition, type TrainingJob, withTransition } from "../../training/training-job.ts";
import type { TrainingRunner } from "../../training/training-runner.ts";
import type { TrainingStore } from "../../training/training-store.ts";
import { sagemakerArn } from "./arn.ts";
import { checkTrainingJob } from "./check-training-job.ts";
import { checkTrainingQuota } from "./check-training-quota.ts";
import { isWithin, type ListInput, listPage } from "./listing.ts";
import { deleteResource } from "./resources.ts";
import { addTags, checkTags, dropTags, type Tag } from "./tag-store.ts";
import { describeTrainingJob, summarizeTrainingJob } from "./training-job-view.ts";
import { type UpdateTrainingJob, updatedTrainingJob } from "./update-training-job.ts";

type CreateTrainingJob = TrainingDefinition & { Tags?: Tag[] };
type JobName = { TrainingJobName: string };
type ListTrainingJobs = ListInput & {
  StatusEquals?: string;
  LastModifiedTimeBefore?: number;
  LastModifiedTimeAfter?: number;
};

/** Training jobs, which really run their scripts. */
export function trainingJobOperations(
  context: EmulatorContext,
  store: TrainingStore,
  runner: TrainingRunner,
): Operations {
  const { records, clock, runsScripts, quotas } = context;

  function existing(region: string, name: string): TrainingJob {
    const job = store.find(region, name);
    if (!job) throw validation("Requested resource not found.");
    return job;
  }

  function createTrainingJob({ Tags = [], ...definition }: CreateTrainingJob, { region }: Call) {
    const name = definition.TrainingJobName;
    if (store.find(region, name)) {
      throw new Fault(
        "ResourceInUse",
        "Job name must be unique within an AWS account and region, and a training job with this name already exists",
      );
    }
    checkTrainingJob(context, definition);
    checkTags(Tags);
    checkTrainingQuota(quotas, store.list(region), definition);
    const now = clock.now();
    const job: TrainingJob = {
      name,
      arn: sagemakerArn(region, "training-job", name),
      createdAt: now,
      definition,
      status: "InProgress",
      transitions: [],
      modifiedAt: now,
      startedAt: null,
      endedAt: null,
      workedMs: 0,
      failureReason: null,
      artifacts: null,
      finalMetrics: [],
      interruptions: 0,
      retries: 0,
    };
    const started = withTransition(job, "Starting", "Preparing the instances for training", now);
    records.transaction(() => {
      addTags(records, region, job.arn, Tags);
      store.save(region, runsScripts ? started : refused(started, now));
    });
    if (runsScripts) runner.start(region, name);
    return { TrainingJobArn: job.arn };
  }

  function listTrainingJobs(input: ListTrainingJobs, { region }: Call) {
    const { StatusEquals, LastModifiedTimeAfter, LastModifiedTimeBefore } = input;
    const wanted = store
      .list(region)
      .filter(({ status }) => StatusEquals === undefined || status === StatusEquals)
      .filter(({ modifiedAt }) => isWithin(modifiedAt, LastModifiedTimeAfter, LastModifiedTimeBefore));
    const { items, nextToken } = listPage(records, `training-jobs ${region}`, wanted, input, {
      Name: (job) => job.name,
      Status: (job) => job.status,
    });
    return { TrainingJobSummaries: items.map(summarizeTrainingJob), NextToken: nextToken };
  }

  function updateTrainingJob(input: UpdateTrainingJob, { region }: Call) {
    const job = updatedTrainingJob(existing(region, input.TrainingJobName), input, clock.now());
    store.save(region, job);
    return { TrainingJobArn: job.arn };
  }

  function stopTrainingJob({ TrainingJobName }: JobName, { region }: Call): void {
    const job = existing(region, TrainingJobName);
    if (job.status !== "InProgress" && job.status !== "Stopping") {
      throw validation(`The request was rejected because the training job is in status ${job.status}.`);
    }
    if (job.status === "Stopping") return;
    store.save(region, {
      ...withTransition(job, "Stopping", "Stopping the training job", clock.now()),
      status: "Stopping",
    });
  }

  function deleteTrainingJob({ TrainingJobName }: JobName, { region }: Call): void {
    const job = existing(region, TrainingJobName);
    if (job.status === "InProgress" || job.status === "Stopping") {
      throw validation(`The request was rejected because the training job is in status ${job.status}.`);
    }
    records.transaction(() => {
      deleteResource(records, region, "training-job", job.name);
      dropTags(records, region, job.arn);
    });
  }

  return {
    CreateTrainingJob: createTrainingJob,
    DescribeTrainingJob: ({ TrainingJobName }: JobName, { region }: Call) =>
      describeTrainingJob(existing(region, TrainingJobName), clock.now()),
    ListTrainingJobs: listTrainingJobs,
    UpdateTrainingJob: updateTrainingJob,
    StopTrainingJob: stopTrainingJob,
    DeleteTrainingJob: deleteTrainingJob,
  };
}

/** An emulator that was not started for it runs nobody's scripts. */
function refused(job: TrainingJob, now: number): TrainingJob {
  const reason =
    "ClientError: This emulator was not started to run training scripts. Start it with EMULATOR_RUN_SCRIPTS=1: they run on this machine with your rights.";
  return {
    ...withTransition(job, "Failed", "Training job failed", now),
    status: "Failed",
    failureReason: reason,
    endedAt: now,
  };
}
