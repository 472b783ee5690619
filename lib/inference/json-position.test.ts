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
