import type { Recipe } from "@/catalog/recipes/schema";
import type { RecipeEdition } from "@/catalog/recipes/select";
import { toLink } from "@/lib/deploy/from-link";
import type { ModeInput } from "@/lib/deploy/mode-fields";
import type { DeployInput } from "@/lib/deploy/schema";
import { TEMPLATES } from "@/lib/own-code/templates";

import { deployInput } from "./deploy-input";
import { inBucket } from "./images";
import type { RecipeFacts, RecipeRequests } from "./view";

/** Where a recipe can be run. `link` is under the workspace; null: no page of the console runs it. */
export type RecipeForm = { link: { path: `/${string}`; label: string } | null; note: string | null };

/** The form that a recipe fills, or a sentence that says what to do instead. */
export function recipeForm(
  recipe: Recipe,
  edition: RecipeEdition,
  requests: RecipeRequests,
  facts: RecipeFacts,
): RecipeForm {
  const note = NOTES[recipe.kind];
  if (recipe.kind === "training") {
    const query = new URLSearchParams({ recipe: recipe.id, edition });
    return { link: { path: `/training/new?${query}`, label: "Open in the Training form" }, note };
  }
  if (recipe.kind === "batch") {
    const query = new URLSearchParams({ recipe: recipe.id, edition });
    return { link: { path: `/batch/new?${query}`, label: "Open in the Batch form" }, note };
  }
  if (!recipe.serve || !requests.model) return { link: null, note };
  const input = {
    ...deployInput(recipe.serve, requests.model.PrimaryContainer.Image, null, facts),
    ...asyncFields(recipe, facts),
  };
  const code = OWN_CODE[recipe.id];
  const path = `/deploy?${toLink({ ...input, ...code })}` as const;
  return { link: { path, label: "Open in the Deploy form" }, note: code ? OWN_CODE_NOTE : note };
}

/** Recipes about inference code: the form packs a script that does the same into the archive. */
const OWN_CODE: Record<string, Partial<DeployInput>> = {
  "17": { ownCode: true, inferencePy: TEMPLATES.embeddings.inferencePy, task: "feature-extraction" },
};

const OWN_CODE_NOTE =
  "The form packs a script that does the same into the archive. An archive that has one already is deployed as it is when own inference code is switched off there.";

/** An asynchronous recipe with its scaling, as the form holds it. */
function asyncFields({ asynchronous, scaling }: Recipe, { bucket }: RecipeFacts): Partial<ModeInput> {
  if (!asynchronous) return {};
  return {
    mode: "async",
    asyncOutputUri: inBucket(asynchronous.outputUri, bucket),
    ...(scaling && {
      scaleFromZero: scaling.minCapacity === 0,
      scaleMaxInstances: String(scaling.maxCapacity),
      scaleBacklogTarget: String(scaling.target),
    }),
  };
}

const NOTES: Record<Recipe["kind"], string | null> = {
  training: "The form is filled; you choose the script and check the inputs.",
  "real-time": null,
  scaling: "The Deploy form makes the endpoint. Its scaling is set by the last two requests below.",
  async: null,
  batch: "The form is filled; put your own records at the input's address, or name another.",
};
