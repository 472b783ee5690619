import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BUNDLED_MODELS } from "@/catalog/bundled-models/data.ts";
import { Evaluation, readCard } from "./card-schema.ts";

const folder = import.meta.dirname;
/** Folders beside those of the models. */
const NOT_MODELS = ["evaluation", "training"];

test.each(BUNDLED_MODELS)("the card and files of $id are what the catalogue says", ({
  id,
  task,
  example,
  sizeBytes,
}) => {
  const card = readCard(id);
  expect(card).toMatchObject({ id, task, example });
  const origin = "program" in card ? join("..", card.program) : (card.trainedWith.split(" ")[0] ?? "");
  expect(existsSync(join(folder, origin))).toBe(true);
  const files = readdirSync(join(folder, id), { recursive: true, encoding: "utf8" })
    .filter((file) => file !== "card.json")
    .map((file) => statSync(join(folder, id, file)))
    .filter((stat) => stat.isFile());
  expect(files.reduce((sum, stat) => sum + stat.size, 0)).toBe(sizeBytes);
});

test("each folder of a model is in the catalogue", () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const ids = folders.map((entry) => entry.name).filter((name) => !NOT_MODELS.includes(name));
  expect(ids.sort()).toStrictEqual(BUNDLED_MODELS.map((model) => model.id).sort());
});

test.each([
  ["near the baseline", { baseline: 0.5, threshold: 0.55, measured: 0.9 }],
  ["above what was measured", { baseline: 0.5, threshold: 0.95, measured: 0.9 }],
])("a threshold %s is refused", (_, numbers) => {
  const evaluation = { metric: "accuracy", heldOut: "sentences", baseline: 0.5, threshold: 0.8, measured: 0.9 };
  expect(Evaluation.safeParse(evaluation).success).toBe(true);
  expect(Evaluation.safeParse({ ...evaluation, ...numbers }).success).toBe(false);
});
