import type { RecordStore } from "../../store/record-store.ts";
import { type Endpoint, everyVariant } from "./endpoint.ts";
import { findResource } from "./resources.ts";
import type { Variant } from "./variant.ts";

/** A variant that an endpoint runs, or is to run soon. */
export function findVariant(
  records: RecordStore,
  region: string,
  endpointName: string,
  variantName: string,
): Variant | undefined {
  const endpoint = findResource<Endpoint>(records, region, "endpoint", endpointName);
  if (!endpoint || endpoint.deleteAt !== null) return undefined;
  const deployments = [endpoint.current, endpoint.change?.next ?? null];
  const variants = deployments.flatMap((deployment) => (deployment ? everyVariant(deployment) : []));
  return variants.find(({ name }) => name === variantName);
}
