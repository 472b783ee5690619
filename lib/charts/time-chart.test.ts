import { describe, expect, test } from "vitest";

import { alignLines } from "./align-lines";
import { chartCsv } from "./chart-csv";
import { describeChart, lonelyPoints, verticalRange } from "./time-chart";
import { axisLabels, formatMoment, formatSpan } from "./time-labels";

const AT = Date.parse("2026-11-26T23:58:00Z") / 1_000;
const line = { name: "p50", hue: 1, previous: null, summary: null };

test("lines of different moments share one axis, with gaps where a line has no point", () => {
  const at = (second: number) => new Date((AT + second) * 1_000).toISOString();
  const chart = alignLines([
    {
      name: "loss",
      points: [
        { at: at(0), value: 2 },
        { at: at(10), value: 1 },
      ],
    },
    { name: "eval", points: [{ at: at(5), value: 3 }] },
  ]);
  expect(chart.times).toStrictEqual([AT, AT + 5, AT + 10]);
  expect(chart.lines.map(({ values }) => values)).toStrictEqual([
    [2, null, 1],
    [null, 3, null],
  ]);
});

describe("points that a line would not show", () => {
  const sparse = Array.from({ length: 100 }, (_, index) => (index % 10 < 5 || index === 57 ? index : null));
  test("are marked when they stand alone", () => expect(lonelyPoints(sparse)).toStrictEqual([57]));
  test("are all marked where there are few", () => expect(lonelyPoints([1, null, 2])).toStrictEqual([0, 2]));
  test("zero is a point", () => expect(lonelyPoints([null, 0])).toStrictEqual([1]));
});

test("the vertical axis begins at zero, unless values run below it or have no scale", () => {
  expect(verticalRange(5, 100)).toStrictEqual([0, 108]);
  expect(verticalRange(0, 0)).toStrictEqual([0, 1]);
  expect(verticalRange(null, null)).toStrictEqual([0, 1]);
  expect(verticalRange(-10, 10)[0]).toBeLessThan(-10);
  expect(verticalRange(0.4, 0.5, true)[0]).toBeGreaterThan(0.38);
});

test("CSV keeps gaps empty, quotes names, and disarms formulas", () => {
  const chart = {
    unit: " ms",
    times: [AT, AT + 60],
    lines: [
      { ...line, name: '=blue, "p50"', values: [1.5, null] },
      { ...line, name: "p90", values: [null, -2], previous: [0, null] },
    ],
  };
  expect(chartCsv(chart)).toBe(
    'time,"\'=blue, ""p50"" (ms)",p90 (ms),"p90, previous period (ms)"\r\n' +
      "2026-11-26T23:58:00.000Z,1.5,,0\r\n" +
      "2026-11-26T23:59:00.000Z,,-2,\r\n",
  );
});

test("labels are on the chosen clock and name the day where it begins", () => {
  expect(axisLabels([AT, AT + 60, AT + 120, AT + 180], 60, "utc")).toStrictEqual(["23:58", "23:59", "Nov 27", "00:01"]);
  expect(axisLabels([AT], 86_400, "utc")).toStrictEqual(["Nov 26"]);
  expect(formatMoment(AT, "utc")).toBe("Nov 26, 2026, 23:58:00");
  expect(formatSpan(AT * 1_000, AT * 1_000 + 60_000, "utc")).toBe("Nov 26, 23:58 – 23:59");
  expect(formatSpan(AT * 1_000, AT * 1_000 + 600_000, "utc")).toBe("Nov 26, 23:58 – Nov 27, 00:08");
});

test("a chart says in words how its lines run", () => {
  const chart = { unit: "%", times: [AT, AT + 60], lines: [{ ...line, values: [null, 4] }] };
  expect(describeChart("CPU", chart, String)).toBe("CPU: from 4% to 4% in 1 point");
});

test("lines that began at different times are laid over each other by the time since their start", () => {
  const chart = alignLines([
    { name: "short", points: [{ at: 0, value: 1 }] },
    { name: "never measured", points: [] },
    { name: "long", points: [{ at: 90_000, value: 2 }] },
  ]);
  expect(chart.times).toStrictEqual([0, 90]);
  // Without a value a line still has its place, so that the others keep their colours.
  expect(chart.lines.map(({ hue, values }) => [hue, ...values])).toStrictEqual([
    [1, 1, null],
    [2, null, null],
    [3, null, 2],
  ]);
  expect(axisLabels([0, 30, 60, 90, 3_600], 30, "elapsed")).toStrictEqual([
    "start",
    "30 s",
    "1 min",
    "1 min 30 s",
    "1 h",
  ]);
  expect(formatMoment(3_725, "elapsed")).toBe("1 h 2 min 5 s after the start");
  expect(chartCsv(chart, "elapsed").split("\r\n").slice(0, 2)).toStrictEqual([
    "seconds since the start,short,never measured,long",
    "0,1,,",
  ]);
});
