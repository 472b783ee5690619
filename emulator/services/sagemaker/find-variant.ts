import type { RecordStore } from "../../store/record-store.ts";
import type { Endpoint } from "./endpoint.ts";
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
  const variants = [...(endpoint.current?.variants ?? []), ...(endpoint.change?.next.variants ?? [])];
  return variants.find(({ name }) => name === variantName);
}
