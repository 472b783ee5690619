import type { PriceComponent } from "@/catalog/instance-types/schema";
import type { Recipe } from "@/catalog/recipes/schema";
import type { DatedPrice, PriceTable } from "@/lib/costs/price-table";

/** What one part of a recipe runs on. A price of null is unknown, which is not the same as free. */
export type RecipeCost = {
  part: "Training" | "Endpoint" | "Transform job";
  instanceType: string;
  instanceCount: number;
  /** On demand, of all its instances. */
  usdPerHour: number | null;
  price: DatedPrice | null;
};

/** The instances that a recipe starts, with what they cost per hour at a region's prices where that is known. */
export function recipeCosts({ training, serve, transform, asynchronous }: Recipe, prices: PriceTable): RecipeCost[] {
  return [
    ...(training ? [costOf("Training", training, prices, "training")] : []),
    ...(transform ? [costOf("Transform job", transform, prices, "transform")] : []),
    ...(serve && !transform ? [costOf("Endpoint", serve, prices, asynchronous ? "async" : "hosting")] : []),
  ];
}

function costOf(
  part: RecipeCost["part"],
  { instanceType, instanceCount }: { instanceType: string; instanceCount: number },
  prices: PriceTable,
  component: PriceComponent,
): RecipeCost {
  const price = prices.instanceHour(instanceType, component);
  return { part, instanceType, instanceCount, usdPerHour: price && price.usd * instanceCount, price };
}
