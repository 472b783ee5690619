import { expect, test } from "vitest";

import { jsonErrorPosition } from "./json-position";

test.each(['{"a": [1, -2.5e3, "x\\n\\u00e9", {}], "b": null}', " [] ", '"x"'])("%s is JSON", (text) => {
  expect(jsonErrorPosition(text)).toBeNull();
});

test.each([
  ['{"a": oops}', "oops}"],
  ['{"a": 1,}', "}"],
  ["{'a': 1}", "'a': 1}"],
  ['{"a": 1} extra', "extra"],
  ['{"a": "un', '"un'],
  ['{"a": [1, 2}', "}"],
  ['{"a": 1', ""],
])("%s stops being JSON at %s", (text, rest) => {
  expect(text.slice(jsonErrorPosition(text) ?? 0)).toBe(rest);
});

test("a string of 25 MB is read to its end", () => {
  const text = `{"inputs": "${"x".repeat(25 * 1024 * 1024)}"`;
  expect(jsonErrorPosition(text)).toBe(text.length);
});

test("what is nested too deep to look through has no place", () => {
  expect(jsonErrorPosition("[".repeat(100_000))).toBeNull();
});
