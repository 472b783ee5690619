import { parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";

import type { RecipeKind } from "@/catalog/recipes/schema";
import type { RecipeCard } from "@/catalog/recipes/select";

export const KINDS = ["training", "real-time", "scaling", "async", "batch"] as const satisfies readonly RecipeKind[];

/** What of the Recipes page a colleague could want in a link. */
export const recipeSearchParams = {
  kinds: parseAsArrayOf(parseAsStringLiteral(KINDS)).withDefault([]),
  q: parseAsString.withDefault(""),
};

/** The cards that have one of the kinds (none: any) and each word of a search. */
export function matchingCards<Card extends RecipeCard>(
  cards: readonly Card[],
  kinds: readonly RecipeKind[],
  search: string,
): Card[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  return cards.filter(
    (card) => (kinds.length === 0 || kinds.includes(card.kind)) && wanted.every((word) => card.words.includes(word)),
  );
}
