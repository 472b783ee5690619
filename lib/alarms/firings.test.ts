import { expect, test } from "vitest";

import { findFirings, isStanding } from "./firings";
import type { AlarmRule } from "./view";

const rule = (over: Partial<AlarmRule> = {}): AlarmRule => ({
  comparison: "GreaterThanOrEqualToThreshold",
  threshold: 5,
  periods: 3,
  datapoints: 2,
  missing: "notBreaching",
  ...over,
});

test("two of three periods beyond the threshold fire once, until fewer are left", () => {
  const values = [0, 9, 0, 9, 0, 0, 0, 9, 9, 9];
  expect(findFirings(values, rule())).toStrictEqual([
    { from: 3, to: 4 },
    { from: 8, to: 10 },
  ]);
  expect(isStanding(findFirings(values, rule()), values.length)).toBe(true);
  expect(findFirings(values, rule({ datapoints: 3 }))).toStrictEqual([{ from: 9, to: 10 }]);
});

test("a higher threshold fires less often, one below everything never ends", () => {
  const values = [1, 6, 6, 1, 8, 8, 1];
  const count = (threshold: number) => findFirings(values, rule({ threshold, periods: 1, datapoints: 1 })).length;
  expect([count(9), count(7), count(5), count(0)]).toStrictEqual([0, 1, 2, 1]);
});

test.each([
  ["notBreaching", 1],
  ["breaching", 1],
  ["missing", 1],
  ["ignore", 1],
] as const)("where data is missing and treated as %s, it is what CloudWatch says it is", (missing, fired) => {
  const values = [9, 9, null, null, null];
  const firings = findFirings(values, rule({ missing }));
  expect(firings).toHaveLength(fired);
  // Once the breaching periods have left the window, only what is missing decides.
  expect(isStanding(firings, values.length)).toBe(missing === "breaching" || missing === "ignore");
});

test("less than a threshold fires below it, and nothing fires on no values", () => {
  expect(findFirings([3, 0, 0], rule({ comparison: "LessThanThreshold", threshold: 1 }))).toStrictEqual([
    { from: 2, to: 3 },
  ]);
  expect(findFirings([], rule())).toStrictEqual([]);
});
