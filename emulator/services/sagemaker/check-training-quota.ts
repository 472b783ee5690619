import { Fault } from "../../protocol/fault.ts";
import type { InstanceQuotas, QuotaUsage } from "../../quotas.ts";
import type { TrainingDefinition, TrainingJob } from "../../training/training-job.ts";

/**
 * Refuses a job for which the account has too few instances, in AWS's words. Spot capacity has a quota of its own.
 * Throws ResourceLimitExceeded.
 */
export function checkTrainingQuota(quotas: InstanceQuotas, jobs: TrainingJob[], definition: TrainingDefinition): void {
  const { InstanceType = "", InstanceCount = 1 } = definition.ResourceConfig;
  const usage = usageOf(definition);
  const limit = quotas.limit(InstanceType, usage);
  if (limit === null) return;
  const used = jobs
    .filter(({ status }) => status === "InProgress" || status === "Stopping")
    .filter((job) => job.definition.ResourceConfig.InstanceType === InstanceType && usageOf(job.definition) === usage)
    .reduce((sum, job) => sum + (job.definition.ResourceConfig.InstanceCount ?? 1), 0);
  if (used + InstanceCount <= limit) return;
  throw new Fault(
    "ResourceLimitExceeded",
    `The account-level service limit '${InstanceType} for ${usage}' is ${limit} Instances, with current utilization of ${used} Instances and a request delta of ${InstanceCount} Instances. Please use AWS Service Quotas to request an increase for this quota. If AWS Service Quotas is not available, contact AWS support to request an increase for this quota.`,
  );
}

function usageOf({ EnableManagedSpotTraining }: TrainingDefinition): QuotaUsage {
  return EnableManagedSpotTraining ? "spot training job usage" : "training job usage";
}
