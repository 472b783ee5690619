import { expect, test } from "vitest";

import { refreshAfterMs } from "./queries";

test.each([
  [60, 60_000],
  [300, 60_000],
  [900, 75_000],
  [3_600, 300_000],
  [86_400, 7_200_000],
])("a live window with a period of %d s is asked again after %d ms", (periodSeconds, after) => {
  expect(refreshAfterMs({ isLive: true, periodSeconds })).toBe(after);
});

test("a window of the past, and one that could not be read, are not asked again by themselves", () => {
  expect(refreshAfterMs({ isLive: false, periodSeconds: 60 })).toBe(false);
  expect(refreshAfterMs(undefined)).toBe(false);
});
