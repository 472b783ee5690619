import type { PriceTable } from "@/lib/costs/price-table";
import type { DeployMode } from "@/lib/deploy/mode-fields";
import type { DeployFormValues } from "@/lib/deploy/schema";

/** What the advisor compares: the form's modes, and batch transform. */
export const ADVISED_MODES = ["real-time", "serverless", "async", "batch"] as const satisfies readonly (
  | DeployMode
  | "batch"
)[];
export type AdvisedMode = (typeof ADVISED_MODES)[number];

/** What the form holds already and the advice depends on. */
export type Setup = {
  region: string;
  /** Those of the region. */
  prices: PriceTable;
  image: string;
  instanceType: string;
  serverlessMemoryMb: number;
  usesVpc: boolean;
  isIsolated: boolean;
  hasOwnCode: boolean;
};

export function setupOf(values: DeployFormValues, region: string, prices: PriceTable): Setup {
  return {
    region,
    prices,
    image: values.image,
    instanceType: values.instanceType,
    serverlessMemoryMb: Number(values.serverlessMemoryMb),
    usesVpc: values.subnets !== "" || values.securityGroups !== "",
    isIsolated: values.networkIsolation,
    hasOwnCode: values.ownCode,
  };
}
