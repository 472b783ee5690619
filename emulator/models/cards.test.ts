import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BUNDLED_MODELS } from "@/catalog/bundled-models/data.ts";

const folder = import.meta.dirname;

test.each(BUNDLED_MODELS)("the card and files of $id are what the catalogue says", ({
  id,
  task,
  example,
  sizeBytes,
}) => {
  const card: unknown = JSON.parse(readFileSync(join(folder, id, "card.json"), "utf8"));
  expect(card).toMatchObject({ id, task, example, license: "Apache-2.0" });
  const files = readdirSync(join(folder, id), { recursive: true, encoding: "utf8" })
    .filter((file) => file !== "card.json")
    .map((file) => statSync(join(folder, id, file)))
    .filter((stat) => stat.isFile());
  expect(files.reduce((sum, stat) => sum + stat.size, 0)).toBe(sizeBytes);
});

test("each folder of a model is in the catalogue", () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const ids = folders.map((entry) => entry.name).filter((name) => name !== "training");
  expect(ids.sort()).toStrictEqual(BUNDLED_MODELS.map((model) => model.id).sort());
});
