import { describe, expect, test } from "vitest";

import { resolveContainer } from "@/catalog/containers/resolve";
import { instanceTypeById } from "@/catalog/instance-types/select";

import { recipes } from "./data";
import { RECIPE_EDITIONS, recipeAs, recipeById } from "./select";

test("there are the eighteen notebooks, each once", () => {
  expect(recipes.map(({ id }) => id)).toStrictEqual(
    Array.from({ length: 18 }, (_, index) => String(index + 1).padStart(2, "0")),
  );
});

describe.each(recipes.map((recipe) => [recipe.id, recipe] as const))("recipe %s", (_, recipe) => {
  const editions = RECIPE_EDITIONS.flatMap((edition) => recipeAs(recipe, edition) ?? []);

  test("names images that exist for instance types that exist", () => {
    for (const { training, serve, transform } of editions) {
      if (training) {
        const family = training.compiler ? "training-compiler" : "huggingface";
        const asked = { ...training.versions, use: "training", family, region: "us-east-1" } as const;
        expect(resolveContainer({ ...asked, instanceType: training.instanceType })).toMatchObject({ ok: true });
        expect(instanceTypeById(training.instanceType)?.uses).toContain("training");
      }
      if (serve) {
        const instanceType = transform?.instanceType ?? serve.instanceType;
        const asked = { ...serve.versions, use: "inference", family: serve.family, region: "us-east-1" } as const;
        expect(resolveContainer({ ...asked, instanceType })).toMatchObject({ ok: true });
        expect(instanceTypeById(instanceType)?.uses).toContain(transform ? "transform" : "hosting");
      }
    }
  });

  test("what is obsolete has something today or a recipe that replaces it", () => {
    expect(recipe.today === null).toBe(recipe.replacedBy !== null);
    if (recipe.replacedBy) expect(recipeById(recipe.replacedBy)?.today).toBeTruthy();
    for (const { notebook, today } of recipe.changes) expect(today).not.toBe(notebook);
  });

  test("its kind says what it makes", () => {
    expect({
      training: recipe.kind === "training",
      transform: recipe.kind === "batch",
      asynchronous: recipe.kind === "async",
    }).toStrictEqual({
      training: recipe.training !== null,
      transform: recipe.transform !== null,
      asynchronous: recipe.asynchronous !== null,
    });
  });
});

test("today's edition changes what is obsolete and keeps the rest", () => {
  const recipe = recipeById("03");
  const today = recipe && recipeAs(recipe, "today");
  expect(today?.training).toMatchObject({
    entryPoint: "run_qa.py",
    source: { branch: "v4.56.2", folder: "./examples/pytorch/question-answering" },
    instanceCount: 1,
    distribution: { kind: "torch-distributed" },
  });
  expect(today?.training).not.toHaveProperty("branch");
});
