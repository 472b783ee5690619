import { validation } from "../../protocol/fault.ts";
import { secondaryStatus, type TrainingJob } from "../../training/training-job.ts";
import { warmPoolOf } from "../../training/warm-pool.ts";

export type UpdateTrainingJob = {
  TrainingJobName: string;
  ProfilerConfig?: Record<string, unknown>;
  ProfilerRuleConfigurations?: unknown[];
  ResourceConfig?: { KeepAlivePeriodInSeconds: number };
  RemoteDebugConfig?: { EnableRemoteDebug?: boolean };
};

/**
 * The job as UpdateTrainingJob leaves it. Profiling changes while the job runs, remote debugging while its containers
 * are there, and the keep-alive period also as long as the instances are kept (SageMaker's guides to each of them;
 * the refusals' wording is not public).
 */
export function updatedTrainingJob(job: TrainingJob, update: UpdateTrainingJob, now: number): TrainingJob {
  const { ProfilerConfig, ProfilerRuleConfigurations, ResourceConfig, RemoteDebugConfig } = update;
  const isRunning = job.status === "InProgress";
  if ((ProfilerConfig || ProfilerRuleConfigurations) && !isRunning) throw refusal(job, "profiling");
  const stage = secondaryStatus(job);
  if (RemoteDebugConfig && !(isRunning && (stage === "Downloading" || stage === "Training"))) {
    throw refusal(job, "remote debugging");
  }
  const pool = warmPoolOf(job, now);
  if (ResourceConfig && pool?.status !== "Available" && !(pool && isRunning)) {
    throw refusal(job, "the keep-alive period");
  }
  const { definition } = job;
  const isReleased = pool?.status === "Available" && ResourceConfig?.KeepAlivePeriodInSeconds === 0;
  return {
    ...job,
    modifiedAt: now,
    poolTerminatedAt: isReleased ? now : (job.poolTerminatedAt ?? null),
    definition: {
      ...definition,
      ...(ProfilerConfig && { ProfilerConfig: { ...definition.ProfilerConfig, ...ProfilerConfig } }),
      ...(ProfilerRuleConfigurations && { ProfilerRuleConfigurations }),
      ...(RemoteDebugConfig && { RemoteDebugConfig }),
      ResourceConfig: { ...definition.ResourceConfig, ...ResourceConfig },
    },
  };
}

function refusal(job: TrainingJob, what: string): Error {
  return validation(
    `The request was rejected because ${what} of the training job cannot be updated in status ${job.status} (${secondaryStatus(job)}).`,
  );
}
