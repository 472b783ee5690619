import type { EmulatorContext } from "../../context.ts";
import type { Call, Operations } from "../../protocol/aws-request.ts";
import { Fault, validation } from "../../protocol/fault.ts";
import type { TransformDefinition, TransformJob } from "../../transform/transform-job.ts";
import type { TransformRunner } from "../../transform/transform-runner.ts";
import type { TransformStore } from "../../transform/transform-store.ts";
import { sagemakerArn } from "./arn.ts";
import { checkTransformJob } from "./check-transform-job.ts";
import { checkInstanceQuota } from "./instance-quota.ts";
import { isWithin, type ListInput, listPage } from "./listing.ts";
import { seconds } from "./seconds.ts";
import { addTags, checkTags, type Tag } from "./tag-store.ts";

type CreateTransformJob = TransformDefinition & { Tags?: Tag[] };
type JobName = { TransformJobName: string };
type ListTransformJobs = ListInput & {
  StatusEquals?: string;
  LastModifiedTimeBefore?: number;
  LastModifiedTimeAfter?: number;
};

/** Batch transform jobs, which really run their model over what lies in the emulator's S3. */
export function transformJobOperations(
  context: EmulatorContext,
  store: TransformStore,
  runner: TransformRunner,
): Operations {
  const { records, clock, quotas } = context;

  function existing(region: string, name: string): TransformJob {
    const job = store.find(region, name);
    if (!job) throw validation(`Could not find requested job with name: ${name}`);
    return job;
  }

  function checkQuota(region: string, { TransformResources: wanted }: TransformDefinition): void {
    const { InstanceType: instanceType = "", InstanceCount: delta = 1 } = wanted;
    const used = store
      .list(region)
      .filter(({ status }) => status === "InProgress" || status === "Stopping")
      .filter((job) => job.definition.TransformResources.InstanceType === instanceType)
      .reduce((sum, job) => sum + (job.definition.TransformResources.InstanceCount ?? 1), 0);
    checkInstanceQuota(quotas, { instanceType, usage: "transform job usage", used, delta });
  }

  function createTransformJob({ Tags = [], ...definition }: CreateTransformJob, { region }: Call) {
    const name = definition.TransformJobName;
    if (store.find(region, name)) {
      throw new Fault(
        "ResourceInUse",
        "Job name must be unique within an AWS account and region, and a job with this name already exists",
      );
    }
    const container = checkTransformJob(context, region, definition);
    checkTags(Tags);
    checkQuota(region, definition);
    const now = clock.now();
    const job: TransformJob = {
      name,
      arn: sagemakerArn(region, "transform-job", name),
      createdAt: now,
      definition,
      container,
      status: "InProgress",
      modifiedAt: now,
      startedAt: null,
      endedAt: null,
      failureReason: null,
    };
    records.transaction(() => {
      addTags(records, region, job.arn, Tags);
      store.save(region, job);
    });
    runner.start(region, name);
    return { TransformJobArn: job.arn };
  }

  function listTransformJobs(input: ListTransformJobs, { region }: Call) {
    const { StatusEquals, LastModifiedTimeAfter, LastModifiedTimeBefore } = input;
    const wanted = store
      .list(region)
      .filter(({ status }) => StatusEquals === undefined || status === StatusEquals)
      .filter(({ modifiedAt }) => isWithin(modifiedAt, LastModifiedTimeAfter, LastModifiedTimeBefore));
    const { items, nextToken } = listPage(records, `transform-jobs ${region}`, wanted, input, {
      Name: (job) => job.name,
      Status: (job) => job.status,
    });
    return {
      TransformJobSummaries: items.map((job) => ({ ...summary(job), LastModifiedTime: seconds(job.modifiedAt) })),
      NextToken: nextToken,
    };
  }

  function describeTransformJob({ TransformJobName }: JobName, { region }: Call) {
    const job = existing(region, TransformJobName);
    return {
      ...job.definition,
      ...summary(job),
      TransformStartTime: job.startedAt === null ? undefined : seconds(job.startedAt),
    };
  }

  function stopTransformJob({ TransformJobName }: JobName, { region }: Call): void {
    const job = existing(region, TransformJobName);
    if (job.status === "Stopping") return;
    if (job.status !== "InProgress") {
      throw validation(`The request was rejected because the transform job is in status ${job.status}.`);
    }
    store.save(region, { ...job, status: "Stopping", modifiedAt: clock.now() });
    runner.stop(region, job.name);
  }

  return {
    CreateTransformJob: createTransformJob,
    DescribeTransformJob: describeTransformJob,
    ListTransformJobs: listTransformJobs,
    StopTransformJob: stopTransformJob,
  };
}

function summary(job: TransformJob) {
  return {
    TransformJobName: job.name,
    TransformJobArn: job.arn,
    CreationTime: seconds(job.createdAt),
    TransformEndTime: job.endedAt === null ? undefined : seconds(job.endedAt),
    TransformJobStatus: job.status,
    FailureReason: job.failureReason ?? undefined,
  };
}
