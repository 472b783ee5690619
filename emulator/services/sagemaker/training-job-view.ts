import { secondaryStatus, type TrainingJob } from "../../training/training-job.ts";
import { warmPoolOf } from "../../training/warm-pool.ts";
import { seconds } from "./seconds.ts";

/** Spot capacity costs about a third: what BillableTimeInSeconds shows of it. */
const SPOT_SHARE = 0.3;

export function summarizeTrainingJob(job: TrainingJob) {
  return {
    TrainingJobName: job.name,
    TrainingJobArn: job.arn,
    CreationTime: seconds(job.createdAt),
    TrainingEndTime: job.endedAt === null ? undefined : seconds(job.endedAt),
    LastModifiedTime: seconds(job.modifiedAt),
    TrainingJobStatus: job.status,
    SecondaryStatus: secondaryStatus(job),
  };
}

/** DescribeTrainingJob's answer: the request as it was made, and what became of it. */
export function describeTrainingJob(job: TrainingJob, now: number) {
  const workedSeconds = Math.round(job.workedMs / 1000);
  const isOver = job.endedAt !== null;
  const pool = warmPoolOf(job, now);
  const { EnableManagedSpotTraining = false } = job.definition;
  return {
    EnableNetworkIsolation: false,
    EnableInterContainerTrafficEncryption: false,
    ...job.definition,
    ...summarizeTrainingJob(job),
    EnableManagedSpotTraining,
    TrainingStartTime: job.startedAt === null ? undefined : seconds(job.startedAt),
    TrainingTimeInSeconds: isOver && job.startedAt !== null ? workedSeconds : undefined,
    BillableTimeInSeconds:
      isOver && job.startedAt !== null
        ? Math.round(workedSeconds * (EnableManagedSpotTraining ? SPOT_SHARE : 1))
        : undefined,
    FailureReason: job.failureReason ?? undefined,
    ModelArtifacts: { S3ModelArtifacts: job.artifacts ?? undefined },
    SecondaryStatusTransitions: job.transitions.map(({ status, startedAt, endedAt, message }) => ({
      Status: status,
      StartTime: seconds(startedAt),
      EndTime: seconds(endedAt ?? now),
      StatusMessage: message,
    })),
    FinalMetricDataList:
      job.finalMetrics.length > 0
        ? job.finalMetrics.map(({ name, value, at }) => ({ MetricName: name, Value: value, Timestamp: seconds(at) }))
        : undefined,
    RetryStrategy: job.definition.RetryStrategy,
    WarmPoolStatus: pool
      ? { Status: pool.status, ResourceRetainedBillableTimeInSeconds: pool.retainedSeconds }
      : undefined,
  };
}
