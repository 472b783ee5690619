import { expect, test } from "vitest";

import { placeLines, ticksFor } from "./place-lines";

test.each([
  [0.12, 0.41, [0.1, 0.2, 0.3, 0.4, 0.5]],
  [0, 158, [0, 100, 200]],
  [7, 7, [5, 10]],
  [0, 0, [0, 0.5]],
])("from %d to %d the axis has round values", (min, max, ticks) => {
  expect(ticksFor(min, max)).toStrictEqual(ticks);
});

test("lines share the axes from zero up, and a line without points stays empty", () => {
  const placed = placeLines([
    {
      name: "flat",
      points: [
        { x: 0, value: 50 },
        { x: 200, value: 50 },
      ],
    },
    { name: "rising", points: [{ x: 100, value: 100 }] },
    { name: "none", points: [] },
  ]);
  expect(placed?.lines.map(({ points }) => points)).toStrictEqual([
    [
      { x: 0, y: 0.5 },
      { x: 1, y: 0.5 },
    ],
    [{ x: 0.5, y: 1 }],
    [],
  ]);
  expect([placed?.from, placed?.to]).toStrictEqual([0, 200]);
  expect(placeLines([{ name: "none", points: [] }])).toBeNull();
});
