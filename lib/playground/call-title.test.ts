import { expect, test } from "vitest";

import { callTitle } from "./call-title";

const title = (text: string) => callTitle({ contentType: "application/json", bytes: 10, text });

test.each([
  ['{"inputs":"A  lovely\\nday"}', "A lovely day"],
  ['{"inputs":["one","two"]}', "one · two"],
  ['{"inputs":{"question":"Who?","context":"Ada did."}}', "Who?"],
  ['{"messages":[{"role":"system","content":"Be kind"},{"role":"user","content":"Hello"}]}', "Hello"],
  ['{"messages":[{"role":"user","content":[{"type":"text","text":"What is this?"}]}]}', "What is this?"],
  ['{"inputs":{"query":"How many?","table":{}}}', "How many?"],
  ['{"a":1}', '{"a":1}'],
  ['{"inputs":"data:image/png;base64,AAAA"}', "application/json, 10 B"],
  ["not json", "not json"],
])("%s is known by its words", (text, words) => {
  expect(title(text)).toBe(words);
});

test("a file is known by its type and size", () => {
  expect(callTitle({ contentType: "image/png", bytes: 2048, text: null })).toMatch(/^image\/png, 2/);
});

test("a long text is cut", () => {
  expect(title(JSON.stringify({ inputs: "word ".repeat(100) }))).toHaveLength(200);
});
