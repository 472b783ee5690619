import { expect, test } from "vitest";
import { statistic } from "./statistics.ts";

test("a period may hold more samples than a function takes arguments", () => {
  const samples = Array.from({ length: 300_000 }, (_, value) => ({ at: 0, value, count: 1, unit: "None" }));
  expect(statistic("Maximum", samples)).toBe(299_999);
  expect(statistic("Minimum", samples)).toBe(0);
  expect(statistic("SampleCount", samples)).toBe(300_000);
  expect(statistic("p50", samples)).toBe(149_999.5);
});
