import type { EndpointMode } from "@/lib/endpoints/config-view";
import type { VariantDetail } from "@/lib/endpoints/detail-view";

/** What a variant runs on, as far as its price is concerned. */
export type Fleet = {
  mode: EndpointMode;
  instanceType: string | null;
  serverless: { memoryMb: number; provisioned: number } | null;
  /** How often each instance publishes its utilisation. */
  metricSeconds: number;
};

/** From `since` (epoch milliseconds) until `until` a variant ran on this. */
export type FleetSpan = { since: number; until: number; fleet: Fleet };

export function fleetOf(variant: VariantDetail, mode: EndpointMode, metricSeconds: number): Fleet {
  const { serverless } = variant;
  return {
    mode,
    instanceType: variant.instanceType,
    serverless: serverless && { memoryMb: serverless.memoryMiB, provisioned: serverless.provisioned ?? 0 },
    metricSeconds,
  };
}
