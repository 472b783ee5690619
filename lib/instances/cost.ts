import type { DatedPrice, PriceTable } from "@/lib/costs/price-table";

import type { InstanceUse } from "./offered";

export type InstancesCost = { usdPerHour: number; price: DatedPrice } | null;

/** What the instances cost per hour while they run; null: no price is known, which is not the same as free. */
export function instancesCost(
  use: InstanceUse | "async",
  instanceType: string,
  instanceCount: number,
  prices: PriceTable,
): InstancesCost {
  const price = prices.instanceHour(instanceType, use);
  return price && Number.isFinite(instanceCount) ? { usdPerHour: price.usd * instanceCount, price } : null;
}
