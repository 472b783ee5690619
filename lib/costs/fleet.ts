import type { EndpointMode } from "@/lib/endpoints/config-view";
import type { ShadowFleet, VariantDetail } from "@/lib/endpoints/detail-view";

/** What a variant runs on, as far as its price is concerned. */
export type Fleet = {
  mode: EndpointMode;
  instanceType: string | null;
  serverless: { memoryMb: number; provisioned: number } | null;
  /** How often each instance publishes its utilisation. */
  metricSeconds: number;
  /** It is sent copies of calls, which are nobody's: it has costs, and no calls of its own. */
  isShadow?: true;
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

/** What a shadow variant runs on; AWS has none that are serverless. */
export function shadowFleetOf({ instanceType }: ShadowFleet, mode: EndpointMode, metricSeconds: number): Fleet {
  return { mode, instanceType, serverless: null, metricSeconds, isShadow: true };
}
