import { expect, test } from "vitest";

import { snap, suggestThreshold, thresholdScale } from "./threshold";

test("counts move by whole numbers, measures by about a hundredth of the axis", () => {
  expect(thresholdScale([0, 4, null, 2], 5)).toStrictEqual({ top: 6.25, step: 1 });
  expect(thresholdScale([0.5, 80.25], 10).step).toBeCloseTo(2);
  expect(thresholdScale([], 0).top).toBe(1);
});

test("a threshold stays on the axis and on its steps", () => {
  const scale = { top: 6.25, step: 1 };
  expect([snap(-3, scale), snap(2.4, scale), snap(99, scale)]).toStrictEqual([0, 2, 6]);
  expect(snap(0.123456, { top: 1, step: 0.01 })).toBe(0.12);
});

test("a new threshold stands above everything that was", () => {
  for (const values of [[3, 9, null], [0.02, 0.013], [412.5]]) {
    expect(suggestThreshold(values)).toBeGreaterThan(Math.max(...values.map((value) => value ?? 0)));
  }
  expect(suggestThreshold([null, 0])).toBe(1);
});
