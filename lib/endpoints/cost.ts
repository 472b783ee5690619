import type { PriceTable } from "@/lib/costs/price-table";

/** What something costs per hour as far as we know; `null` is unknown, never free. */
export type HourlyCost = {
  usdPerHour: number | null;
  /** When the oldest of the prices was read. */
  priceDate: string | null;
};

type Fleet = { instanceType: string | null; instances: number | null };

/**
 * The on-demand cost per hour of some variants at their region's prices; unknown as soon as one of their prices is. AWS lists
 * asynchronous endpoints apart from real-time ones: the price of the one says nothing of the other.
 */
export function hourlyCost(fleets: Fleet[], prices: PriceTable, isAsync: boolean): HourlyCost {
  let usdPerHour = 0;
  let priceDate: string | null = null;
  for (const { instanceType, instances } of fleets) {
    const price = instanceType ? prices.instanceHour(instanceType, isAsync ? "async" : "hosting") : null;
    if (!price || instances === null) return UNKNOWN;
    usdPerHour += price.usd * instances;
    if (!priceDate || price.date < priceDate) priceDate = price.date;
  }
  return fleets.length === 0 ? UNKNOWN : { usdPerHour, priceDate };
}

const UNKNOWN: HourlyCost = { usdPerHour: null, priceDate: null };
