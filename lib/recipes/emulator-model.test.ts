import { expect, test } from "vitest";

import { recipeById } from "@/catalog/recipes/select";

import { emulatorModelNote } from "./emulator-model";

function noteOf(id: string) {
  const recipe = recipeById(id);
  return recipe && emulatorModelNote(recipe, "my-bucket");
}

test("the emulator's need is told by where the model comes from", () => {
  expect(noteOf("11")).toContain("downloads distilbert-base-uncased-distilled-squad from the Hugging Face Hub");
  expect(noteOf("10")).toContain("at s3://hf-sagemaker-inference/model.tar.gz in the emulator's own S3");
  expect(noteOf("01")).toContain("leaves onnx/model.onnx beside the model");
});

test("nothing is said where nothing is served, or a script loads the model", () => {
  expect(noteOf("05")).toBeNull();
  expect(noteOf("17")).toBeNull();
});
