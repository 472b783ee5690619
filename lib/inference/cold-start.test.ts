import { expect, test } from "vitest";

import { coldStartOf } from "./cold-start";

test("a call as long as a start of its minute waited for it, and a shorter one did not", () => {
  const one = { shortestMs: 2_100, longestMs: 2_100 };
  expect(coldStartOf(one, 2_340)).toStrictEqual({ kind: "waited", setupMs: 2_100 });
  expect(coldStartOf(one, 45)).toStrictEqual({ kind: "of-another", setupMs: 2_100 });
  expect(coldStartOf(null, 2_340)).toStrictEqual({ kind: "none" });
});

test("of several starts the longest that fits into the call is named", () => {
  const two = { shortestMs: 2_000, longestMs: 9_000 };
  expect(coldStartOf(two, 2_200)).toStrictEqual({ kind: "waited", setupMs: 2_000 });
  expect(coldStartOf(two, 9_300)).toStrictEqual({ kind: "waited", setupMs: 9_000 });
});
