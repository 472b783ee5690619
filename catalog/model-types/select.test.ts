import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { BUNDLED_MODELS } from "@/catalog/bundled-models/data";
import { tasks } from "@/catalog/tasks/data";
import { modelTypes } from "./data";
import { isNewer, modelTypeById, taskFits, typeSupport } from "./select";

test("a type is known from its first release on, and until its last", () => {
  expect(typeSupport("llama", "4.26.0")).toStrictEqual({ known: false, why: "too-old", since: "4.28.0" });
  expect(typeSupport("llama", "4.28.0")).toStrictEqual({ known: true });
  expect(typeSupport("not-a-type", "4.28.0")).toBeNull();
  for (const { modelType, since, lastIn } of modelTypes) {
    if (since) expect(typeSupport(modelType, since), modelType).toStrictEqual({ known: true });
    if (lastIn) expect(typeSupport(modelType, "99.0.0"), modelType).toMatchObject({ why: "removed" });
  }
});

test("what is newer than the table is not judged by it", () => {
  expect(typeSupport("axk1", "5.5.3")).toStrictEqual({ known: false, why: "too-old", since: null });
  expect(typeSupport("axk1", "6.0.0")).toBeNull();
});

test("short versions count as their first patch", () => {
  expect(isNewer("4.46", "4.46.0")).toBe(false);
  expect(isNewer("4.46.1", "4.46")).toBe(true);
  expect(isNewer("4.9.0", "4.10.0")).toBe(false);
});

test("a task fits where a table of it has the type", () => {
  expect(taskFits("distilbert", "text-generation")).toBe(false);
  expect(taskFits("distilbert", "sentiment-analysis")).toBe(true);
  expect(taskFits("t5", "translation_en_to_fr")).toBe(true);
  expect(taskFits("not-a-type", "text-generation")).toBeNull();
  expect(modelTypeById("bert")).toMatchObject({ since: "2.4.0", lastIn: null });
});

test("each task of the console has its tables, and no bundled model is refused its own", () => {
  for (const { id } of tasks) expect(taskFits("bert", id), id).not.toBeNull();
  for (const { id, task } of BUNDLED_MODELS) {
    const config = JSON.parse(readFileSync(`emulator/models/${id}/config.json`, "utf8")) as { model_type: string };
    expect(taskFits(config.model_type, task), id).not.toBe(false);
  }
});
