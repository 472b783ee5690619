import { type KnownPrice, priceOf } from "@/catalog/instance-types/select";

import type { InstanceUse } from "./offered";

export type InstancesCost = { usdPerHour: number; price: KnownPrice } | null;

/** What the instances cost per hour while they run; null: no price is known, which is not the same as free. */
export function instancesCost(
  use: InstanceUse | "async",
  instanceType: string,
  instanceCount: number,
  region: string,
): InstancesCost {
  const price = priceOf(instanceType, region, use);
  return price && Number.isFinite(instanceCount) ? { usdPerHour: price.usdPerHour * instanceCount, price } : null;
}
