import { expect, test } from "vitest";
import { wildcard } from "./policy-document.ts";

test.each([
  ["s3:*", "s3:GetObject", true],
  ["s3:Get*Object", "s3:GetSomeObject", true],
  ["s3:Get?bject", "s3:GetObject", true],
  ["s3:Get", "s3:GetObject", false],
  ["*", "", true],
  ["a*b*c", "a-b-b-c", true],
  ["a*b*c", "a-b-b-d", false],
  [`${"*a".repeat(30)}b`, "a".repeat(5000), false],
])("%s against %s is %s", (pattern, text, expected) => {
  expect(wildcard(pattern, text)).toBe(expected);
});
