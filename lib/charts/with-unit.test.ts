import { expect, test } from "vitest";

import { readingWithUnit, withUnit } from "./with-unit";

test("a unit stands behind its value, dollars before it and with their cents", () => {
  expect([withUnit("0.05", "$"), withUnit("12.5K", "$"), withUnit("40", " ms")]).toStrictEqual([
    "$0.05",
    "$12.5K",
    "40 ms",
  ]);
  expect([readingWithUnit(12.3, "$"), readingWithUnit(0.2304, "$"), readingWithUnit(1_204, "")]).toStrictEqual([
    "$12.30",
    "$0.2304",
    "1,204",
  ]);
});

test("a percentage has two decimals, and what is less is not nothing", () => {
  expect([75, 0.698_24, 0.0049, 0].map((value) => readingWithUnit(value, "%"))).toStrictEqual([
    "75%",
    "0.7%",
    "<0.01%",
    "0%",
  ]);
});
