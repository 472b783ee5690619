import { recipes } from "@/catalog/recipes/data";
import { type RecipeCard, recipeAs, recipeCards } from "@/catalog/recipes/select";
import type { PriceTable } from "@/lib/costs/price-table";

import { recipeCosts } from "./cost";

/** A card with what a person wants to know before opening it. */
export type PricedCard = RecipeCard & {
  /** On demand, of what it starts first; null: not known for the region, which does not mean free. */
  usdPerHour: number | null;
  /** What the person must bring. The execution role is left out: every workspace has one. */
  needs: readonly string[];
  /** A time that the notebook recorded. */
  recordedTime: string | null;
};

/** The cards of all recipes, with today's images where there are some, at a region's prices. */
export function pricedCards(prices: PriceTable): PricedCard[] {
  const cards = new Map(recipeCards().map((card) => [card.id, card]));
  return recipes.flatMap((recipe) => {
    const card = cards.get(recipe.id);
    const [first] = recipeCosts(recipeAs(recipe, "today") ?? recipe, prices);
    const needs = recipe.supply.filter((item) => !/\bIAM role\b/.test(item));
    return card ? [{ ...card, usdPerHour: first?.usdPerHour ?? null, needs, recordedTime: recipe.recordedTime }] : [];
  });
}
