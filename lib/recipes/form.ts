import type { Recipe } from "@/catalog/recipes/schema";
import { toLink } from "@/lib/deploy/from-link";

import { deployInput } from "./deploy-input";
import type { RecipeFacts, RecipeRequests } from "./view";

/** Where a recipe can be run. `link` is under the workspace; null: no page of the console runs it. */
export type RecipeForm = { link: { path: `/${string}`; label: string } | null; note: string | null };

/** The form that a recipe fills, or a sentence that says what to do instead. */
export function recipeForm(recipe: Recipe, requests: RecipeRequests, facts: RecipeFacts): RecipeForm {
  const note = NOTES[recipe.kind];
  if ((recipe.kind !== "real-time" && recipe.kind !== "scaling") || !recipe.serve || !requests.model) {
    return { link: null, note };
  }
  const input = deployInput(recipe.serve, requests.model.PrimaryContainer.Image, null, facts);
  return { link: { path: `/deploy?${toLink(input)}`, label: "Open in the Deploy form" }, note };
}

const NOTES: Record<Recipe["kind"], string | null> = {
  training: "The Training page runs this. Its form does not fill itself from a recipe yet: copy the values from below.",
  "real-time": null,
  scaling: "The Deploy form makes the endpoint. Its scaling is set by the last two requests below.",
  async: "No page of the console makes asynchronous endpoints yet. Use the requests or the code below.",
  batch: "No page of the console runs batch transform yet. Use the requests or the code below.",
};
