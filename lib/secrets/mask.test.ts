import { expect, test } from "vitest";

import { looksSecret, MASK, maskEnvironment } from "./mask";

test.each(["HF_TOKEN", "HF_API_TOKEN", "AWS_SECRET_ACCESS_KEY", "DB_PASSWORD", "apikey"])("%s is a secret", (name) => {
  expect(looksSecret(name, "anything")).toBe(true);
});

test.each(["MAX_TOTAL_TOKENS", "TOKENIZERS_PARALLELISM", "HF_TASK", "HF_MODEL_ID"])("%s is not a secret", (name) => {
  expect(looksSecret(name, "4096")).toBe(false);
});

test.each([
  "hf_abcdefgh",
  "AKIAIOSFODNN7EXAMPLE",
  "https://me:hunter2@example.com",
])("a value like %s is a secret under any name", (value) => {
  expect(looksSecret("SETTING", value)).toBe(true);
});

test("the mask tells neither the value nor its length", () => {
  expect(maskEnvironment({ HF_TOKEN: "hf_a", HF_TASK: "text-classification" })).toStrictEqual([
    { name: "HF_TASK", value: "text-classification", isSecret: false },
    { name: "HF_TOKEN", value: MASK, isSecret: true },
  ]);
});
