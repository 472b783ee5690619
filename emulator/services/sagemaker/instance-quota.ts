import { Fault } from "../../protocol/fault.ts";
import type { InstanceQuotas, QuotaUsage } from "../../quotas.ts";

/** Instances of one type that are in use for a purpose, and those that are asked for beside them. */
type InstanceDemand = { instanceType: string; usage: QuotaUsage; used: number; delta: number };

/** Refuses what goes beyond the account's quota, in AWS's words. Throws ResourceLimitExceeded. */
export function checkInstanceQuota(quotas: InstanceQuotas, { instanceType, usage, used, delta }: InstanceDemand): void {
  const limit = quotas.limit(instanceType, usage);
  if (limit === null || delta <= 0 || used + delta <= limit) return;
  throw new Fault(
    "ResourceLimitExceeded",
    `The account-level service limit '${instanceType} for ${usage}' is ${limit} Instances, with current utilization of ${used} Instances and a request delta of ${delta} Instances. Please use AWS Service Quotas to request an increase for this quota. If AWS Service Quotas is not available, contact AWS support to request an increase for this quota.`,
  );
}
