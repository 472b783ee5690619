import { expect, test } from "vitest";

import { hideSecrets, looksSecret, MASK, secretValues } from "./secrets";

test.each([
  ["HF_API_TOKEN", "anything"],
  ["MY_PASSWORD", "x"],
  ["OTHER", "hf_abcdefghijkl"],
  ["KEY_ID", "AKIAIOSFODNN7EXAMPLE"],
  ["DATABASE", "postgres://user:pass@host/db"],
])("%s=%s looks like a secret", (name, value) => {
  expect(looksSecret(name, value)).toBe(true);
});

test.each([
  ["HF_TASK", "text-classification"],
  ["HF_MODEL_ID", "hf-internal/tiny"],
  ["HF_TOKEN", ""],
  ["MAX_TOTAL_TOKENS", "2048"],
])("%s=%s does not", (name, value) => {
  expect(looksSecret(name, value)).toBe(false);
});

test("a secret that AWS echoes in a message is hidden", () => {
  const secrets = secretValues({ HF_TOKEN: "hf_secret", HF_TASK: "text-generation" });
  expect(hideSecrets("Value 'hf_secret' at 'environment' is bad for text-generation", secrets)).toBe(
    `Value '${MASK}' at 'environment' is bad for text-generation`,
  );
});
