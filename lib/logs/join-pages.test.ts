import { expect, test } from "vitest";

import { findPlace, joinPages, placeOf, reaches } from "./join-pages";
import type { LogEvent } from "./view";

const event = (second: number, message: string): LogEvent => ({
  id: `${second}/${message}`,
  at: `2026-01-01T00:00:0${second}.000Z`,
  stream: "s",
  message,
});
const page = (...events: LogEvent[]) => ({ events, older: null, newer: "n", isNewest: true });

test("pages of all streams are joined in order of time, each line once", () => {
  const [a, b, c] = [event(1, "a"), event(2, "b"), event(3, "c")];
  expect(joinPages([page(a, c), page(b, c)], true)).toStrictEqual([a, b, c]);
});

test("equal lines of one stream are kept as they came", () => {
  const [a, b] = [event(1, "a"), event(1, "b")];
  expect(joinPages([page(b, a), page(a)], false)).toStrictEqual([b, a, a]);
});

test("a line is found by its time and text", () => {
  const lines = [event(1, "a"), event(2, "b"), event(2, "c"), event(4, "d")];
  expect(findPlace(lines, placeOf(event(2, "c")))).toBe(2);
  expect(findPlace(lines, { at: event(2, "").at, mark: null })).toBe(1);
  expect(findPlace(lines, placeOf(event(3, "gone")))).toBe(3);
  expect(findPlace(lines, placeOf(event(9, "later")))).toBe(3);
  expect(findPlace([], placeOf(event(1, "a")))).toBe(-1);
});

test("a time is reached between the first and the last line", () => {
  const lines = [event(2, "a"), event(4, "b")];
  expect([1, 2, 3, 4, 5].map((second) => reaches(lines, event(second, "").at))).toStrictEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});
