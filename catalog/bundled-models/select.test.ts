import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { BUNDLED_MODELS } from "./data.ts";
import { BundledModel } from "./schema.ts";
import { bundledModelId, bundledModelsForTask, findBundledModel, isBundledModelId } from "./select.ts";

test("every bundled model has the catalogue's shape and its own id", () => {
  expect(z.array(BundledModel).parse(BUNDLED_MODELS)).toStrictEqual(BUNDLED_MODELS);
  expect(new Set(BUNDLED_MODELS.map((model) => model.id)).size).toBe(BUNDLED_MODELS.length);
});

test("every example file exists", () => {
  const files = BUNDLED_MODELS.flatMap(({ example }) => (example.kind === "file" ? [example.file] : []));
  expect(files.filter((file) => !existsSync(`public/examples/${file}`))).toStrictEqual([]);
});

test("a model is found by the id that a container is given", () => {
  for (const model of BUNDLED_MODELS) expect(findBundledModel(bundledModelId(model))).toBe(model);
  expect(findBundledModel("bundled/nothing")).toBeUndefined();
  expect(isBundledModelId("bundled/nothing")).toBe(true);
  expect(isBundledModelId("distilbert/distilbert-base-uncased")).toBe(false);
});

test("models are chosen by task", () => {
  expect(bundledModelsForTask("translation").map((model) => model.id)).toStrictEqual(["tiny-en-fr"]);
});
