import { describe, expect, test } from "vitest";

import { chartsFor } from "@/catalog/metrics/select";

import { fill, toInstances } from "./fill";
import { assignHues, type FilledLine, MAX_LINES, prepareChart } from "./prepare-chart";
import { displayOf } from "./units";

const chart = (id: string) => {
  const found = chartsFor("real-time").find((each) => each.chart.id === id)?.chart;
  if (!found) throw new Error(id);
  return { chart: found };
};
const line = (over: Partial<FilledLine>): FilledLine => ({
  label: "invocations",
  stat: "Sum",
  variant: "AllTraffic",
  queries: [],
  values: [],
  previous: null,
  frequencySeconds: 60,
  ...over,
});
const START = Date.parse("2026-11-26T10:00:00Z");
const window = { fromMs: START, toMs: START + 5 * 60_000, periodSeconds: 60, isLive: true };
const at = (minute: number, value: number) => ({ at: new Date(START + minute * 60_000).toISOString(), value });

test("a period without a point is a gap, and points outside the window are left out", () => {
  expect(fill([at(-1, 9), at(0, 1), at(3, 0), at(5, 9)], window)).toStrictEqual([1, null, null, 0, null]);
});

describe("instances", () => {
  test("are samples per minute; the running period is a gap, for it has not all of them", () => {
    const five = { ...window, toMs: START + 15 * 60_000, periodSeconds: 300 };
    expect(toInstances([10, 12, 4], five, START + 12 * 60_000, 60)).toStrictEqual([2, 2.4, null]);
    expect(toInstances([3, null], window, START + 60_000, 60)).toStrictEqual([3, null]);
    expect(toInstances([60], five, START + 12 * 60_000, 10)).toStrictEqual([2]);
    // Of five minutes only one has samples, and they are of one moment.
    expect(toInstances([2, null, null], window, START + 12 * 60_000, 300)).toStrictEqual([2, null, null]);
  });
});

test("lines of several variants carry their names; of one variant only what they are", () => {
  const names = (lines: FilledLine[]) => prepareChart(chart("errors"), lines, "").lines.map(({ name }) => name);
  const errors = ["4XX", "5XX"].map((label) => line({ label, values: [1] }));
  expect(names(errors)).toStrictEqual(["4XX", "5XX"]);
  expect(names([...errors, line({ label: "4XX", variant: "blue", values: [1] })])).toStrictEqual([
    "AllTraffic, 4XX",
    "AllTraffic, 5XX",
    "blue, 4XX",
  ]);
});

test("too many lines: the largest stay, in their order, and how many went is said", () => {
  const lines = Array.from({ length: 11 }, (_, index) => line({ variant: `v${index}`, values: [index % 2, index] }));
  const view = prepareChart(chart("invocations"), lines, "");
  expect(view.lines.map(({ name }) => name)).toStrictEqual(["v3", "v4", "v5", "v6", "v7", "v8", "v9", "v10"]);
  expect(view.leftOut).toBe(11 - MAX_LINES);
  expect(new Set(view.lines.map(({ hue }) => hue)).size).toBe(MAX_LINES);
});

test("a line keeps its colour when another has no data", () => {
  const [, second] = [line({ label: "4XX", values: [null] }), line({ label: "5XX", values: [1] })];
  const view = prepareChart(chart("errors"), [line({ label: "4XX", values: [null] }), second], "");
  expect(view.lines.map(({ name, hue }) => [name, hue])).toStrictEqual([["5XX", 2]]);
});

test("a chart names the metrics that it shows as CloudWatch does", () => {
  expect(prepareChart(chart("errors"), [], "").source).toBe(
    "AWS/SageMaker Invocation4XXErrors, Invocation5XXErrors, InvocationModelErrors",
  );
  expect(prepareChart(chart("processed"), [], "").source).toBe(
    "AWS/SageMaker InvocationsProcessed, InvocationsProcesssed",
  );
});

test("no two lines share a colour, and wishes that can be met are", () => {
  expect(assignHues([1, 9, 2, 2, 12])).toStrictEqual([1, 3, 2, 4, 5]);
  expect(assignHues([13, 14, 15, 16, 17, 18, 19, 20])).toStrictEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test("a chart without a point says why; zeros are points", () => {
  expect(prepareChart(chart("errors"), [line({ values: [null, null] })], "No traffic.").emptyBecause).toBe(
    "No traffic.",
  );
  expect(prepareChart(chart("errors"), [line({ values: [null, 0] })], "No traffic.").emptyBecause).toBeNull();
});

test("sums are summed up for the legend, others show their latest value", () => {
  const [sum] = prepareChart(chart("invocations"), [line({ values: [1, null, 2] })], "").lines;
  const [p50] = prepareChart(chart("model-latency"), [line({ stat: "p50", values: [20_000, 30_000, null] })], "").lines;
  expect([sum?.summary, p50?.summary]).toStrictEqual([
    { label: "total", value: 3, previous: null },
    { label: "latest", value: 30, previous: null },
  ]);
});

test.each([
  ["Microseconds", 900, " µs", 900],
  ["Microseconds", 1_000, " ms", 1],
  ["Microseconds", 9_999_000, " ms", 9_999],
  ["Microseconds", 10_000_000, " s", 10],
  ["Milliseconds", 599_000, " s", 599],
  ["Seconds", 600, " min", 10],
  ["Seconds", 36_000, " h", 10],
  ["Percent", 250, "%", 250],
  ["None", 12, "", 12],
] as const)("%s up to %d are shown in the unit %j", (unit, highest, shown, value) => {
  const display = displayOf(unit, "plain", highest);
  expect([display.unit, highest * display.factor]).toStrictEqual([shown, expect.closeTo(value, 6)]);
});

test("a share is shown in percent", () => {
  expect(displayOf("None", "share", 0.5)).toStrictEqual({ factor: 100, unit: "%" });
});
