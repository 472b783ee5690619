import { expect, test } from "vitest";

import { hideTokens } from "./hide-tokens";
import { MASK } from "./mask";

test.each([
  ["my token is hf_abcdefghijkl, keep it", `my token is ${MASK}, keep it`],
  ['{"inputs":"x","api_key":"a\\"b","n":1}', `{"inputs":"x","api_key":"${MASK}","n":1}`],
  ['{"HF_TOKEN": "anything"}', `{"HF_TOKEN": "${MASK}"}`],
  ["Authorization: Bearer abcdefgh.ijkl", `Authorization: Bearer ${MASK}`],
  ["AKIAIOSFODNN7EXAMPLE", MASK],
  ["https://me:hunter2@example.com/x", `https://me:${MASK}@example.com/x`],
  ["a -----BEGIN RSA PRIVATE KEY-----\\nMIIE\\n-----END RSA PRIVATE KEY----- b", `a ${MASK} b`],
  ["-----BEGIN PRIVATE KEY-----\\nMIIE cut off", MASK],
  ["eyJhbGciOiJI.eyJzdWIiOiIx.SflKxwRJ", MASK],
])("%s loses its secret", (text, hidden) => {
  expect(hideTokens(text)).toBe(hidden);
});

test.each([
  '[{"score":0.9,"token":2023,"token_str":"good","sequence":"good day"}]',
  '{"inputs":"The keys are on the table: a password is needed."}',
  '{"inputs":"data:image/png;base64,iVBORw0KGgo+/hfAKIA/sk+ASIA=","parameters":{"top_k":2}}',
  "https://example.com:8080/a@b",
])("%s stays as it is", (text) => {
  expect(hideTokens(text)).toBe(text);
});

test("a megabyte of base64 is read in no time", () => {
  const text = `{"inputs":"${"iVBORw0KGgo+".repeat(90_000)}"}`;
  expect(hideTokens(text)).toBe(text);
});
