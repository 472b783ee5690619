import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

import { recipeById } from "@/catalog/recipes/select";

import { buildRecipe } from "./build-requests";
import { makingCalls } from "./calls";

const Expected = z.object({ requests: z.array(z.object({ operation: z.string(), input: z.unknown() })) });

/** The expectation for a notebook without a recording; `catalog/recipes/derived/SOURCE.md` says where it comes from. */
function derived(id: string) {
  const file = new URL(`../../catalog/recipes/derived/${id}.json`, import.meta.url);
  return Expected.parse(JSON.parse(readFileSync(file, "utf8"))).requests;
}

test.each([
  "02",
  "03",
  "04",
  "06",
  "07",
  "08",
  "09",
  "14",
  "15",
  "17",
  "18",
])("sample notebook %s sends, whole and in this order, what was derived from its code", (id) => {
  const recipe = recipeById(id);
  const built = recipe && buildRecipe(recipe, { ...facts, now: new Date("2026-01-01T00:00:00.001Z") });
  const calls = built?.ok ? makingCalls(built.requests) : [];
  expect(calls.map(({ operation, input }) => ({ operation, input }))).toStrictEqual(derived(id));
});

const facts = {
  region: "us-east-1",
  bucket: "sagemaker-us-east-1-111122223333",
  executionRoleArn: "arn:aws:iam::111122223333:role/sagemaker_execution_role",
  unique: "00000000-0000-4000-8000-000000000000",
};
