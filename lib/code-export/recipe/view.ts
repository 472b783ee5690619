import type { Recipe } from "@/catalog/recipes/schema";
import type { RecipeRequests } from "@/lib/recipes/view";

/** A recipe with the presets of one edition and its requests; secrets in them are masked. */
export type RecipeExport = { recipe: Recipe; requests: RecipeRequests; region: string; bucket: string };
