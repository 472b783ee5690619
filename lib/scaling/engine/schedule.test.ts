import { expect, test } from "vitest";

import { parseSchedule, ScheduleError } from "./schedule";
import { boundsByMinute, nextRun, type ScheduledAction } from "./scheduled-actions";

const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString());

/** The next runs of an expression after a time. */
function runs(expression: string, zone: string | null, after: string, count = 3) {
  const schedule = parseSchedule(expression, zone, Date.parse("2026-01-01T00:10:00Z"));
  const found: (string | null)[] = [];
  let at: number | null = Date.parse(after);
  for (let index = 0; index < count && at !== null; index += 1) {
    at = schedule.next(at);
    found.push(iso(at)?.replace(":00.000Z", "") ?? null);
  }
  return found;
}

test("once, at a local time", () => {
  expect(runs("at(2026-07-01T08:00:00)", "Europe/Berlin", "2026-01-01T00:00:00Z")).toEqual(["2026-07-01T06:00", null]);
  expect(runs("at(2026-07-01T08:00:00)", null, "2026-01-01T00:00:00Z", 1)).toEqual(["2026-07-01T08:00"]);
});

test("a rate counts from its beginning", () => {
  expect(runs("rate(2 hours)", null, "2026-01-01T01:00:00Z", 2)).toEqual(["2026-01-01T02:10", "2026-01-01T04:10"]);
  expect(runs("rate(1 day)", null, "2025-12-01T00:00:00Z", 2)).toEqual(["2026-01-01T00:10", "2026-01-02T00:10"]);
});

test("an hour of the day stays that hour when the clocks change", () => {
  expect(runs("cron(0 8 ? * MON-FRI *)", "America/New_York", "2026-03-06T00:00:00Z")).toEqual([
    "2026-03-06T13:00",
    "2026-03-09T12:00",
    "2026-03-10T12:00",
  ]);
});

test("an hour that is skipped runs after the gap, one that comes twice runs once", () => {
  expect(runs("cron(30 2 * * ? *)", "Europe/Berlin", "2026-03-28T12:00:00Z", 2)).toEqual([
    "2026-03-29T01:00",
    "2026-03-30T00:30",
  ]);
  expect(runs("cron(30 2 * * ? *)", "Europe/Berlin", "2026-10-24T12:00:00Z", 2)).toEqual([
    "2026-10-25T00:30",
    "2026-10-26T01:30",
  ]);
});

test.each([
  ["days of the week begin with Sunday as 1", "cron(0 8 ? * 2 *)", "2026-03-09T08:00"],
  ["the last day of the month", "cron(0 8 L * ? *)", "2026-03-31T08:00"],
  ["the last day of the week", "cron(0 8 ? * L *)", "2026-03-07T08:00"],
  ["the last Friday", "cron(0 8 ? * 6L *)", "2026-03-27T08:00"],
  ["the weekday next to the 8th, a Sunday", "cron(0 8 8W * ? *)", "2026-03-09T08:00"],
  ["the second Tuesday", "cron(0 8 ? * 3#2 *)", "2026-03-10T08:00"],
  ["every ten minutes from five past on", "cron(5/10 8 * * ? *)", "2026-03-06T08:05"],
  ["months by name, in one year", "cron(0 8 1 JAN,APR ? 2027)", "2027-01-01T08:00"],
])("%s", (_, expression, first) => {
  expect(runs(expression, null, "2026-03-06T00:00:00Z", 1)).toEqual([first]);
});

test.each([
  "cron(0 8 * * *)",
  "cron(0 8 * * * *)",
  "cron(0 8 ? * ? *)",
  "cron(61 8 * * ? *)",
  "rate(0 minutes)",
  "rate(2 hour)",
  "rate(5 weeks)",
  "at(2026-13-01T08:00:00)",
  "every day",
])("%s is no schedule", (expression) => {
  expect(() => parseSchedule(expression, null, 0)).toThrow(ScheduleError);
});

test("a time zone that nobody knows is refused", () => {
  expect(() => parseSchedule("rate(1 hour)", "Mars/Olympus", 0)).toThrow("There is no time zone Mars/Olympus.");
});

const action: ScheduledAction = {
  name: "morning",
  schedule: "cron(0 8 * * ? *)",
  timeZone: null,
  startMs: Date.parse("2026-03-02T00:00:00Z"),
  endMs: Date.parse("2026-03-03T08:00:00Z"),
  createdMs: 0,
  min: 4,
  max: null,
};

test("start and end hold a schedule, both included", () => {
  expect(iso(nextRun(action, 0))).toBe("2026-03-02T08:00:00.000Z");
  expect(iso(nextRun(action, Date.parse("2026-03-02T08:00:00Z")))).toBe("2026-03-03T08:00:00.000Z");
  expect(nextRun(action, Date.parse("2026-03-03T08:00:00Z"))).toBeNull();
});

test("the bounds of a span follow each other, and a minimum above the maximum is passed over", () => {
  const evening = { ...action, name: "evening", schedule: "cron(0 20 * * ? *)", min: 1, max: 3 };
  const from = Date.parse("2026-03-02T00:00:00Z");
  expect([...boundsByMinute([evening, action], { min: 1, max: 10 }, from, 2_880)]).toEqual([
    [480, { min: 4, max: 10 }],
    [1_200, { min: 1, max: 3 }],
  ]);
});
