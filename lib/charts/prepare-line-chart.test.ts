import { expect, test } from "vitest";

import { prepareLineChart, ticksFor } from "./prepare-line-chart";

const at = (second: number) => new Date(second * 1000).toISOString();

test.each([
  [0.12, 0.41, [0.1, 0.2, 0.3, 0.4, 0.5]],
  [0, 100, [0, 50, 100]],
  [-3, 4, [-5, 0, 5]],
  [7, 7, [5, 10]],
  [0, 0, [0, 0.5]],
])("from %d to %d the axis has round values", (min, max, ticks) => {
  expect(ticksFor(min, max)).toStrictEqual(ticks);
});

test("points are placed by time and value, and lines share the axes", () => {
  const chart = prepareLineChart([
    {
      name: "a",
      points: [
        { at: at(0), value: 0 },
        { at: at(10), value: 100 },
      ],
    },
    { name: "b", points: [{ at: at(5), value: 50 }] },
  ]);
  expect(chart?.lines).toStrictEqual([
    {
      name: "a",
      points: [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
    },
    { name: "b", points: [{ x: 0.5, y: 0.5 }] },
  ]);
  expect([chart?.from, chart?.to]).toStrictEqual([at(0), at(10)]);
});

test("without points there is no chart, and one moment stands in the middle", () => {
  expect(prepareLineChart([{ name: "a", points: [] }])).toBeNull();
  expect(prepareLineChart([{ name: "a", points: [{ at: at(3), value: 1 }] }])?.lines[0]?.points[0]?.x).toBe(0.5);
});
