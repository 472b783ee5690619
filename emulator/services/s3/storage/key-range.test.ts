import { expect, test } from "vitest";
import { commonPrefix, endOfPrefix } from "./key-range.ts";

test("the end of a prefix is the next string in UTF-8 order", () => {
  expect(endOfPrefix("dir/")).toBe("dir0");
  expect(endOfPrefix("a\u{10ffff}")).toBe("b");
  expect(endOfPrefix("\ud7ff")).toBe("\ue000");
  expect(endOfPrefix("")).toBeNull();
});

test("keys are grouped up to the first delimiter behind the prefix", () => {
  expect(commonPrefix("a/b/c", "a/", "/")).toBe("a/b/");
  expect(commonPrefix("a/b", "a/", "/")).toBeNull();
  expect(commonPrefix("a--b--c", "", "--")).toBe("a--");
  expect(commonPrefix("a/b", "", "")).toBeNull();
});
