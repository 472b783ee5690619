import type { InstanceQuotas } from "../../quotas.ts";
import type { Deployment, Endpoint } from "./endpoint.ts";
import { checkInstanceQuota } from "./instance-quota.ts";

/**
 * Refuses a deployment that needs more instances than the account has for endpoints. `endpoints` are all of the region,
 * the one that changes included. Throws ResourceLimitExceeded.
 */
export function checkEndpointQuota(
  quotas: InstanceQuotas,
  endpoints: readonly Endpoint[],
  endpointName: string,
  next: Deployment,
): void {
  const before = endpoints.find(({ name }) => name === endpointName)?.current ?? null;
  for (const [instanceType, wanted] of instancesByType(next)) {
    const used = endpoints.reduce((sum, endpoint) => sum + usedBy(endpoint, instanceType), 0);
    const delta = wanted - (before ? (instancesByType(before).get(instanceType) ?? 0) : 0);
    checkInstanceQuota(quotas, { instanceType, usage: "endpoint usage", used, delta });
  }
}

/** While an endpoint changes, what it has and what it is to have both count: the larger of the two. */
function usedBy({ current, change }: Endpoint, instanceType: string): number {
  const deployments = [current, change?.next ?? null].filter((each) => each !== null);
  return Math.max(0, ...deployments.map((each) => instancesByType(each).get(instanceType) ?? 0));
}

function instancesByType({ variants }: Deployment): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { instanceType, instanceCount, serverless } of variants) {
    if (serverless || !instanceType) continue;
    counts.set(instanceType, (counts.get(instanceType) ?? 0) + instanceCount);
  }
  return counts;
}
