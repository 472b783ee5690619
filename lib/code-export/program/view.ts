import type { Recipe, TrainingPreset } from "@/catalog/recipes/schema";
import type { RecipeCall, RecipeRequests } from "@/lib/recipes/view";

/** Where a training script comes from: a folder to pack, or an archive that is in S3 already. */
export type ScriptSource = TrainingPreset["source"] | { kind: "s3"; uri: string };

/** What the exports write as a program. Secrets in the requests are masked. */
export type ProgramExport = {
  requests: RecipeRequests;
  region: string;
  bucket: string;
  /** null: nothing is trained. */
  script: ScriptSource | null;
  /** Calls in place of the requests: those of an endpoint that is there already. */
  calls?: { making: readonly RecipeCall[]; removing: readonly RecipeCall[] };
  /** What the endpoint is asked first; null: nothing. */
  sample: Pick<Recipe["samples"][number], "body"> | null;
};

/** A recipe with the presets of one edition, as a program. */
export type RecipeExport = ProgramExport & { recipe: Recipe };
