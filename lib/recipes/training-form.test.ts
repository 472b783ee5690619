import { expect, test } from "vitest";

import { recipes } from "@/catalog/recipes/data";
import { RECIPE_EDITIONS, recipeAs } from "@/catalog/recipes/select";
import { gitSourceKey } from "@/lib/git-source/view";
import { plannedRequest } from "@/lib/training/planned-request";
import { TrainingInput } from "@/lib/training/schema";

import { buildRecipe } from "./build-requests";
import { trainingForm } from "./training-form";
import { workspaceFacts } from "./workspace-facts";

const place = { region: "us-east-1", bucket: "sagemaker-us-east-1-111122223333" };
const start = { ...place, executionRoleArn: "arn:aws:iam::111122223333:role/r" };
const now = new Date("2026-01-01T00:00:00.001Z");

const all = recipes.flatMap((row) =>
  RECIPE_EDITIONS.flatMap((edition) => {
    const recipe = recipeAs(row, edition);
    return recipe?.training ? [[row.id, edition, recipe, recipe.training] as const] : [];
  }),
);

test.each(all)("the form filled from recipe %s (%s) sends the recipe's request", (_id, _edition, recipe, preset) => {
  const built = buildRecipe(recipe, workspaceFacts(start, now, "").facts);
  const expected = built.ok ? built.requests.training : null;
  const form = trainingForm(preset, start);
  // What the console makes of the repository that the notebook names.
  const s3Uri = `s3://${place.bucket}/${expected?.TrainingJobName}/source/sourcedir.tar.gz`;
  const git = { repository: form.gitRepository, ref: form.gitRef, folder: form.gitFolder };
  const gitPacked = form.source === "git" ? { key: gitSourceKey(git), commit: "a".repeat(40), s3Uri } : null;
  const parsed = TrainingInput.safeParse({
    ...form,
    stampedAt: now.toISOString(),
    jobName: expected?.TrainingJobName,
    uploadFiles: 1,
    gitPacked,
    hubToken: "hf_typed",
    environment: form.environment.map((row) => ({ ...row, value: "typed" })),
  });
  expect(parsed.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)).toBeUndefined();
  const { Environment, ...sent } = parsed.data ? plannedRequest(parsed.data, place) : {};
  const { Environment: wanted, ...rest } = expected ?? {};
  expect(sent).toStrictEqual(rest);
  expect(Object.keys(Environment ?? {})).toStrictEqual(Object.keys(wanted ?? {}));
});
