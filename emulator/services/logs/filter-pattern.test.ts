import { expect, test } from "vitest";
import { lineFilter } from "./filter-pattern.ts";

const lines = ["ERROR model died", "WARN slow model", "INFO model ready", "error code 400"];

test.each([
  ["", lines],
  ["ERROR", ["ERROR model died"]],
  ["model slow", ["WARN slow model"]],
  ['"slow model"', ["WARN slow model"]],
  ["?ERROR ?WARN", ["ERROR model died", "WARN slow model"]],
  ["model -INFO", ["ERROR model died", "WARN slow model"]],
  ['-"code 400" -model', []],
  ["%died%", ["ERROR model died"]],
])("the pattern %s", (pattern, expected) => {
  expect(lines.filter(lineFilter(pattern))).toStrictEqual(expected);
});
