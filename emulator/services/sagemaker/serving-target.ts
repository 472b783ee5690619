import type { ServingTarget } from "../../container/inference-host.ts";
import type { Variant } from "./variant.ts";

/** What a variant's container is started and asked with. */
export function servingTarget(region: string, endpointName: string, variant: Variant): ServingTarget {
  const { name: variantName, image, modelDataUrl, environment, instanceType, serverless } = variant;
  const machine = { instanceType, serverlessMb: serverless?.MemorySizeInMB ?? null };
  return { region, endpointName, variantName, image, modelDataUrl, environment, machine };
}
