import type { Recipe, ServePreset } from "@/catalog/recipes/schema";
import { nameFromBase, repositoryName } from "@/lib/deploy/names";

import type { RecipeFacts } from "./view";

export type RecipeNames = { trainingJob: string; model: string; endpoint: string; transformJob: string };

/**
 * The names that the notebook's code gives, one after the other: a model out of an estimator shares a new name of the
 * job's base with its endpoint; a model of its own is named after its image, the endpoint a moment later.
 */
export function recipeNames(
  recipe: Recipe,
  images: { training: string | null; serving: string | null },
  { now, unique }: RecipeFacts,
): RecipeNames {
  const later = new Date(now.getTime() + 1);
  const jobBase = recipe.training?.baseJobName ?? repositoryName(images.training ?? "");
  const modelBase = `${repositoryName(images.serving ?? "")}${compiledSuffix(recipe.serve)}`;
  const trainingJob = nameFromBase(jobBase, now);
  if (recipe.serve?.model.from === "training-job") {
    const shared = nameFromBase(jobBase, later);
    return { trainingJob, model: shared, endpoint: shared, transformJob: "" };
  }
  const { ownName = null } = recipe.serve ?? {};
  const model = ownName ? `${ownName}-${unique}` : nameFromBase(modelBase, now);
  const next = nameFromBase(ownName ? model : modelBase, later);
  return { trainingJob, model, endpoint: next, transformJob: next };
}

/** A model compiled for one family of chips carries it in its name: `-ml-inf1` (`Model.deploy` of the SDK). */
function compiledSuffix(serve: ServePreset | null): string {
  if (serve?.family !== "neuron") return "";
  return `-${serve.instanceType.split(".").slice(0, -1).join("-")}`;
}
