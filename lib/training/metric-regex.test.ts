import { expect, test } from "vitest";

import { metricValues, readMetricRegex } from "./metric-regex";

function values(pattern: string, ...lines: string[]) {
  const read = readMetricRegex(pattern);
  if (!read.ok) throw new Error(read.problem);
  return metricValues(read.regex, lines).map(({ value }) => value);
}

test("the first group is the value, in every line that has one", () => {
  expect(values("'loss': ([0-9.]+)", "{'loss': 0.51, 'epoch': 1}", "nothing", "{'loss': 0.3}")).toStrictEqual([
    0.51, 0.3,
  ]);
  expect(values("acc=(.*)", "acc=high")).toStrictEqual([null]);
});

test("Python's spelling is understood: named groups, back references, ends and flags", () => {
  expect(values("(?i)LOSS (?P<value>[0-9.e-]+)", "Loss 3e-2")).toStrictEqual([0.03]);
  expect(values("(?P<v>\\d)(?P=v)\\Z", "x 77")).toStrictEqual([7]);
});

test.each([
  ["", /Write an expression/],
  ["loss: [0-9]+", /Put the value into a group/],
  ["loss: (", /no valid expression/],
  ["(a", /no valid expression/],
  ["(?>a)(b)", /atomic groups/],
  [`(${"a".repeat(500)})`, /500 characters/],
])("%j is refused with the reason", (pattern, problem) => {
  const read = readMetricRegex(pattern);
  expect(read.ok ? "taken" : read.problem).toMatch(problem);
});
