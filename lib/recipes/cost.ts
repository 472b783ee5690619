import type { PriceComponent } from "@/catalog/instance-types/schema";
import { type KnownPrice, priceOf } from "@/catalog/instance-types/select";
import type { Recipe } from "@/catalog/recipes/schema";

/** What one part of a recipe runs on. A price of null is unknown, which is not the same as free. */
export type RecipeCost = {
  part: "Training" | "Endpoint" | "Transform job";
  instanceType: string;
  instanceCount: number;
  /** On demand, of all its instances. */
  usdPerHour: number | null;
  price: KnownPrice | null;
};

/** The instances that a recipe starts, with what they cost per hour in a region where that is known. */
export function recipeCosts({ training, serve, transform, asynchronous }: Recipe, region: string): RecipeCost[] {
  return [
    ...(training ? [costOf("Training", training, region, "training")] : []),
    ...(transform ? [costOf("Transform job", transform, region, "transform")] : []),
    ...(serve && !transform ? [costOf("Endpoint", serve, region, asynchronous ? "async" : "hosting")] : []),
  ];
}

function costOf(
  part: RecipeCost["part"],
  { instanceType, instanceCount }: { instanceType: string; instanceCount: number },
  region: string,
  component: PriceComponent,
): RecipeCost {
  const price = priceOf(instanceType, region, component);
  return { part, instanceType, instanceCount, usdPerHour: price && price.usdPerHour * instanceCount, price };
}
