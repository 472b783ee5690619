import { recipes } from "@/catalog/recipes/data";
import { RECIPE_EDITIONS, type RecipeEdition, recipeAs, recipeById } from "@/catalog/recipes/select";
import { buildRecipe } from "@/lib/recipes/build-requests";
import type { RecipeFacts } from "@/lib/recipes/view";

import { recipeExport } from "../program/recipe-export";
import type { RecipeExport } from "../program/view";

const EXAMPLE: RecipeFacts = {
  region: "us-east-1",
  bucket: "sagemaker-us-east-1-111122223333",
  executionRoleArn: "arn:aws:iam::111122223333:role/r",
  now: new Date("2026-01-01T00:00:00.001Z"),
  unique: "00000000-0000-4000-8000-000000000000",
};

/** A recipe as the exports take it. */
export function exportedRecipe(id: string, edition: RecipeEdition = "notebook", facts = EXAMPLE): RecipeExport {
  const found = recipeById(id);
  const recipe = found && recipeAs(found, edition);
  if (!recipe) throw new Error(`There is no recipe ${id} ${edition}.`);
  const built = buildRecipe(recipe, facts);
  if (!built.ok) throw new Error(built.reason);
  return recipeExport(recipe, built.requests, facts);
}

/** Each recipe with each edition that it has. */
export const ALL_EDITIONS = recipes.flatMap((row) =>
  RECIPE_EDITIONS.flatMap((edition) => (recipeAs(row, edition) ? [[row.id, edition] as const] : [])),
);
