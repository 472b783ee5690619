import { expect, test } from "vitest";

import { mergeByLabel } from "./merge-lines";
import { fitInto, planFleet } from "./plan-fleet";
import type { FilledLine } from "./prepare-chart";

const line = (label: string, stat: string, values: (number | null)[]): FilledLine => ({
  label,
  stat,
  variant: "v",
  queries: [],
  values,
  previous: null,
  frequencySeconds: 60,
});

test("counts of variants add up to their endpoint; a gap stays one only where all have it", () => {
  const [merged, other] = mergeByLabel([
    line("a", "Sum", [1, null, null]),
    line("b", "Sum", [5, 5, 5]),
    line("a", "Sum", [2, 3, null]),
  ]);
  expect([merged?.values, other?.values]).toStrictEqual([
    [3, 3, null],
    [5, 5, 5],
  ]);
});

test("of latencies and utilisation the highest variant stands for its endpoint", () => {
  const [merged] = mergeByLabel([line("a", "p90", [1, 9, null]), line("a", "p90", [2, 3, 4])]);
  expect(merged?.values).toStrictEqual([2, 9, 4]);
});

test("a fleet asks only for what each mode emits, and for no more than fits", () => {
  const member = (name: string, mode: "real-time" | "async" | "serverless", variants = ["one"]) => ({
    name,
    mode,
    variants,
    metricFrequencySeconds: 60,
  });
  const asked = (mode: "real-time" | "async" | "serverless") =>
    planFleet([member("e", mode)], 60).flatMap(({ lines }) =>
      lines.flatMap(({ queries }) => queries.map(({ metric }) => metric)),
    );
  expect(asked("serverless")).toStrictEqual([
    "Invocations",
    "InvocationModelErrors",
    "ModelLatency",
    "MemoryUtilization",
  ]);
  expect(asked("async").slice(0, 2)).toStrictEqual(["InvocationsProcessed", "InvocationsProcesssed"]);
  // Six queries for each variant of a real-time endpoint.
  const many = Array.from({ length: 120 }, (_, index) => member(`e${index}`, "real-time"));
  expect(fitInto(many, 500)).toStrictEqual({ members: many.slice(0, 83), series: 498 });
  const small = member("small", "real-time");
  expect(fitInto([member("big", "real-time", new Array(84).fill("v")), small], 500)).toStrictEqual({
    members: [small],
    series: 6,
  });
});
