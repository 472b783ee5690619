/** What an instance quota limits, in the words of AWS's messages. */
export const QUOTA_USAGES = [
  "endpoint usage",
  "training job usage",
  "spot training job usage",
  "transform job usage",
] as const;
export type QuotaUsage = (typeof QUOTA_USAGES)[number];

/** How many instances of a type an account may use at once for one purpose. */
export type InstanceQuota = { instanceType: string; usage: QuotaUsage; limit: number };

/** The account's quotas. What has none is not limited. */
export type InstanceQuotas = {
  set(quota: InstanceQuota): void;
  list(): InstanceQuota[];
  clear(): void;
  /** Null: without limit. */
  limit(instanceType: string, usage: QuotaUsage): number | null;
};

export function createInstanceQuotas(): InstanceQuotas {
  const quotas = new Map<string, InstanceQuota>();
  const key = (instanceType: string, usage: QuotaUsage): string => `${instanceType} for ${usage}`;
  return {
    set: (quota) => {
      quotas.set(key(quota.instanceType, quota.usage), { ...quota });
    },
    list: () => [...quotas.values()],
    clear: () => quotas.clear(),
    limit: (instanceType, usage) => quotas.get(key(instanceType, usage))?.limit ?? null,
  };
}
