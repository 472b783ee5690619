import { expect, test } from "vitest";

import { looksSecret, MASK, maskEnvironment } from "./mask";

test.each([
  "HF_TOKEN",
  "HF_API_TOKEN",
  "AWS_SECRET_ACCESS_KEY",
  "DB_PASSWORD",
  "DB_PASS",
  "apikey",
  "accessToken",
  "HFTOKEN",
])("%s is a secret", (name) => {
  expect(looksSecret(name, "anything")).toBe(true);
});

test.each([
  "MAX_TOTAL_TOKENS",
  "TOKENIZERS_PARALLELISM",
  "HF_TASK",
  "HF_MODEL_ID",
  "BYPASS_CACHE",
  "MONKEY",
])("%s is not a secret", (name) => {
  expect(looksSecret(name, "4096")).toBe(false);
});

test.each([
  ["a model's id", "half_precision/hf_small"],
  ["a task", "text-classification"],
  ["JSON", '{"max_tokens": 4096, "task": "text-generation"}'],
  ["an S3 address", "s3://bucket/models/hf_models/model.tar.gz"],
])("%s is not a secret", (_, value) => {
  expect(looksSecret("SETTING", value)).toBe(false);
});

test.each([
  "hf_abcdefgh",
  '{"token": "hf_abcdefghijkl"}',
  "Bearer hf_abcdefghijkl",
  "Authorization: Basic dXNlcjpwYXNz",
  "AKIAIOSFODNN7EXAMPLE",
  "https://me:hunter2@example.com",
  "redis://:hunter2@example.com",
  "-----BEGIN RSA PRIVATE KEY-----",
])("a value like %s is a secret under any name", (value) => {
  expect(looksSecret("SETTING", value)).toBe(true);
});

test("the mask tells neither the value nor its length", () => {
  expect(maskEnvironment({ HF_TOKEN: "hf_a", HF_TASK: "text-classification" })).toStrictEqual([
    { name: "HF_TASK", value: "text-classification", isSecret: false },
    { name: "HF_TOKEN", value: MASK, isSecret: true },
  ]);
});
