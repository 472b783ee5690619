import type { InstanceQuotas, QuotaUsage } from "../../quotas.ts";
import type { TrainingDefinition, TrainingJob } from "../../training/training-job.ts";
import { checkInstanceQuota } from "./instance-quota.ts";

/**
 * Refuses a job for which the account has too few instances, in AWS's words. Spot capacity has a quota of its own.
 * Throws ResourceLimitExceeded.
 */
export function checkTrainingQuota(quotas: InstanceQuotas, jobs: TrainingJob[], definition: TrainingDefinition): void {
  const { InstanceType = "", InstanceCount = 1 } = definition.ResourceConfig;
  const usage = usageOf(definition);
  const used = jobs
    .filter(({ status }) => status === "InProgress" || status === "Stopping")
    .filter((job) => job.definition.ResourceConfig.InstanceType === InstanceType && usageOf(job.definition) === usage)
    .reduce((sum, job) => sum + (job.definition.ResourceConfig.InstanceCount ?? 1), 0);
  checkInstanceQuota(quotas, { instanceType: InstanceType, usage, used, delta: InstanceCount });
}

function usageOf({ EnableManagedSpotTraining }: TrainingDefinition): QuotaUsage {
  return EnableManagedSpotTraining ? "spot training job usage" : "training job usage";
}
