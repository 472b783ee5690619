import { expect, test } from "vitest";

import golden12 from "@/catalog/recipes/golden/12.json";
import { recipeAs, recipeById } from "@/catalog/recipes/select";
import { plannedTransform } from "@/lib/transform/planned-request";
import { TransformInput } from "@/lib/transform/schema";

import { transformForm } from "./transform-form";

const start = {
  region: "us-east-1",
  isEmulator: true,
  executionRoleArn: "arn:aws:iam::111122223333:role/sagemaker_execution_role",
  hasHubToken: false,
  bucket: "sagemaker-us-east-1-111122223333",
};

test("sample notebook 12 opened in the form sends the notebook's requests", () => {
  const recipe = recipeById("12");
  const preset = recipe && recipeAs(recipe, "notebook");
  if (!preset) throw new Error("There is no recipe 12.");
  const input = TransformInput.parse({
    ...transformForm(preset, start),
    requestId: "00000000-0000-4000-8000-000000000000",
    stampedAt: "2026-01-01T00:00:00.002Z",
  });
  const { model, job } = plannedTransform(input, "us-east-1", null);
  expect(model).toStrictEqual(golden12.requests.CreateModel);
  expect(job).toStrictEqual(golden12.requests.CreateTransformJob);
});
