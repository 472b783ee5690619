import type { Recipe } from "@/catalog/recipes/schema";
import type { RecipeRequests } from "@/lib/recipes/view";

import type { RecipeExport } from "./view";

/** A recipe as the exports take it. */
export function recipeExport(
  recipe: Recipe,
  requests: RecipeRequests,
  { region, bucket }: { region: string; bucket: string },
): RecipeExport {
  return {
    recipe,
    requests,
    region,
    bucket,
    script: recipe.training?.source ?? null,
    sample: requests.endpoint ? (recipe.samples[0] ?? null) : null,
  };
}
