import { createHash } from "node:crypto";
import { instanceTypes } from "@/catalog/instance-types/data.ts";
import type { InstanceUse } from "@/catalog/instance-types/schema.ts";
import { ACCOUNT_ID } from "../../context.ts";
import type { InstanceQuotas, QuotaUsage } from "../../quotas.ts";

/** What the emulator says where a rehearsal limits nothing: more than anybody asks for. */
const UNLIMITED = 100_000;

const USAGES: Record<InstanceUse, readonly QuotaUsage[]> = {
  hosting: ["endpoint usage"],
  training: ["training job usage", "spot training job usage"],
  transform: ["transform job usage"],
};

/** One instance quota by AWS's name for it, for example "ml.g5.xlarge for endpoint usage". */
export type NamedQuota = { code: string; name: string; instanceType: string; usage: QuotaUsage };

const named: NamedQuota[] = instanceTypes
  .flatMap(({ type, uses }) => uses.flatMap((use) => USAGES[use].map((usage) => namedQuota(type, usage))))
  .sort((one, two) => one.name.localeCompare(two.name));
const byCode = new Map(named.map((quota) => [quota.code, quota]));

/** The quotas of every instance type, by name; a rehearsal may have named a type that the catalogue lacks. */
export function namedQuotas(quotas: InstanceQuotas): NamedQuota[] {
  const own = quotas
    .list()
    .map(({ instanceType, usage }) => namedQuota(instanceType, usage))
    .filter(({ code }) => !byCode.has(code));
  return [...named, ...own];
}

/** A quota as ListServiceQuotas tells it. */
export function describeQuota(quotas: InstanceQuotas, region: string, quota: NamedQuota) {
  return {
    ServiceCode: "sagemaker",
    ServiceName: "Amazon SageMaker",
    QuotaArn: `arn:aws:servicequotas:${region}:${ACCOUNT_ID}:sagemaker/${quota.code}`,
    QuotaCode: quota.code,
    QuotaName: quota.name,
    Value: quotas.limit(quota.instanceType, quota.usage) ?? UNLIMITED,
    Unit: "None",
    Adjustable: true,
    GlobalQuota: false,
    QuotaAppliedAtLevel: "ACCOUNT",
  };
}

/** AWS's codes are no function of the name; the emulator's are, so that they stay. */
function namedQuota(instanceType: string, usage: QuotaUsage): NamedQuota {
  const name = `${instanceType} for ${usage}`;
  const code = `L-${createHash("sha256").update(name).digest("hex").slice(0, 8).toUpperCase()}`;
  return { code, name, instanceType, usage };
}
