import { type KnownPrice, priceOf } from "@/catalog/instance-types/select";

export type DeployCost = { usdPerHour: number; price: KnownPrice } | null;

/** What the instances cost per hour; null: no price is known, which is not the same as free. */
export function deployCost(instanceType: string, instanceCount: number, region: string): DeployCost {
  const price = priceOf(instanceType, region);
  return price && Number.isFinite(instanceCount) ? { usdPerHour: price.usdPerHour * instanceCount, price } : null;
}
