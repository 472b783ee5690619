import { recipes } from "./data";
import { KIND_LABELS } from "./labels";
import type { Recipe } from "./schema";

/** As the notebook has it, or with today's images and instance types. */
export const RECIPE_EDITIONS = ["notebook", "today"] as const;
export type RecipeEdition = (typeof RECIPE_EDITIONS)[number];

/** The recipe of an id, or null. */
export function recipeById(id: string): Recipe | null {
  return recipes.find((recipe) => recipe.id === id) ?? null;
}

/** The recipe with the presets of an edition; null when nothing of it exists today. */
export function recipeAs(recipe: Recipe, edition: RecipeEdition): Recipe | null {
  if (edition === "notebook") return recipe;
  const { today } = recipe;
  if (!today) return null;
  const { branch, ...training } = today.training ?? {};
  return {
    ...recipe,
    training: recipe.training && {
      ...recipe.training,
      ...training,
      source:
        branch && recipe.training.source.kind === "git"
          ? { ...recipe.training.source, branch }
          : recipe.training.source,
    },
    serve: recipe.serve && { ...recipe.serve, ...today.serve },
    transform: recipe.transform && { ...recipe.transform, ...today.transform },
    scaling: recipe.scaling && { ...recipe.scaling, ...today.scaling },
  };
}

/** What a card of the list shows. */
export type RecipeCard = Pick<Recipe, "id" | "title" | "kind" | "purpose"> & {
  /** What it starts first, with today's images where there are some: `2 × ml.p3.16xlarge`. */
  instances: string;
  /** Only old images have it. */
  isHistoric: boolean;
  /** What a search goes through, lower case. */
  words: string;
};

/** The cards of all recipes. */
export function recipeCards(): RecipeCard[] {
  return recipes.map((recipe) => ({
    id: recipe.id,
    title: recipe.title,
    kind: recipe.kind,
    purpose: recipe.purpose,
    instances: instancesOf(recipeAs(recipe, "today") ?? recipe),
    isHistoric: recipe.today === null,
    words: wordsOf(recipe).join(" ").toLowerCase(),
  }));
}

function instancesOf({ training, transform, serve }: Recipe): string {
  const first = training ?? transform ?? serve;
  if (!first) return "";
  return first.instanceCount > 1 ? `${first.instanceCount} × ${first.instanceType}` : first.instanceType;
}

function wordsOf(recipe: Recipe): string[] {
  const { training, serve } = recipe;
  const model = serve?.model.from === "hub" ? [serve.model.modelId, serve.model.task] : [];
  const framework = (training ?? serve)?.versions.framework ?? "";
  return [
    recipe.id,
    recipe.title,
    recipe.purpose,
    KIND_LABELS[recipe.kind],
    instancesOf(recipe),
    instancesOf(recipeAs(recipe, "today") ?? recipe),
    framework,
    ...model,
    ...(training?.hyperparameters.map((row) => row.value) ?? []),
  ];
}
