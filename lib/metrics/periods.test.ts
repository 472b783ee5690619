import { expect, test } from "vitest";

import { choosePeriod, finestKeptPeriod } from "./periods";

const NOW = Date.parse("2026-11-26T12:00:00Z");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
  [15 * DAY - 1, 60],
  [15 * DAY, 60],
  [15 * DAY + 1, 300],
  [63 * DAY, 300],
  [63 * DAY + 1, 3_600],
  [455 * DAY, 3_600],
])("points of an age of %d ms are kept in periods of %d seconds", (age, period) => {
  expect(finestKeptPeriod(age)).toBe(period);
});

test.each([
  ["5 minutes", 5 * MINUTE, 60],
  ["1 hour", HOUR, 60],
  ["12 hours", 12 * HOUR, 60],
  ["12.5 hours", 12.5 * HOUR, 60],
  ["12.5 hours and a minute", 12.5 * HOUR + MINUTE, 300],
  ["1 day", DAY, 300],
  ["62.5 hours", 62.5 * HOUR, 300],
  ["3 days", 3 * DAY, 900],
  ["1 week", 7 * DAY, 900],
  ["2 weeks", 14 * DAY, 3_600],
  ["30 days", 30 * DAY, 3_600],
  ["31.25 days", 31.25 * DAY, 3_600],
  ["32 days", 32 * DAY, 21_600],
  ["90 days", 90 * DAY, 21_600],
  ["455 days", 455 * DAY, 86_400],
])("a window of %s until now has a period of its length", (_, length, period) => {
  expect(choosePeriod(NOW - length, NOW, NOW)).toBe(period);
});

test.each([
  ["just kept", 15 * DAY, 60],
  ["just not kept", 15 * DAY + MINUTE, 300],
  ["of 63 days", 63 * DAY, 300],
  ["of more than 63 days", 63 * DAY + MINUTE, 3_600],
])("an hour with minutes %s is shown as fine as it is kept", (_, age, period) => {
  expect(choosePeriod(NOW - age, NOW - age + HOUR, NOW)).toBe(period);
});
