import { expect, test } from "vitest";

import { asChange, changedSettings, fidelityOf, prepare, runSettings, totalsOf } from "./run";
import { bestPoints, sweepGrid, sweepPoint } from "./sweep";
import type { ReplayHistory } from "./view";

const traffic = [...Array<number>(10).fill(50), ...Array<number>(60).fill(420), ...Array<number>(60).fill(50)];
const history: ReplayHistory = {
  variant: "AllTraffic",
  fromMs: Date.parse("2026-01-01T00:00Z"),
  minutes: traffic.length,
  load: { invocations: { values: traffic, isShared: true } },
  actual: traffic.map(() => null),
  settings: {
    min: 1,
    max: 10,
    isOutSuspended: false,
    isInSuspended: false,
    policies: [
      {
        kind: "target-tracking",
        name: "keep",
        metric: "invocations",
        target: 100,
        scaleOutCooldownMinutes: 5,
        scaleInCooldownMinutes: 5,
        isScaleInDisabled: false,
      },
    ],
    actions: [],
  },
  instances: 1,
  leftOut: [],
  assumed: [],
  startUp: { minutes: 4, measuredOn: 0 },
  price: null,
  metricCalls: 1,
  isSample: false,
};

test("settings that are not changed give the same run, and totals count what happened", () => {
  const prepared = prepare(history);
  const change = asChange(prepared);
  expect(change).toStrictEqual({
    target: 100,
    min: 1,
    max: 10,
    scaleOutCooldownSeconds: 300,
    scaleInCooldownSeconds: 300,
    scheduled: null,
  });
  const now = runSettings(prepared, changedSettings(prepared, change), 4);
  expect(now.running).toStrictEqual(runSettings(prepared, prepared.settings, 4).running);
  expect(totalsOf(now, prepared, 100, 0.6)).toStrictEqual({
    scaleOuts: 1,
    scaleIns: 1,
    // Three minutes until the alarm, and four until the instances serve.
    minutesAbove: 7,
    instanceHours: now.instanceMinutes / 60,
    peak: 5,
    usd: (now.instanceMinutes / 60) * 0.6,
  });
});

test("a replay of what really happened agrees with it wholly, another does not", () => {
  const prepared = prepare(history);
  const { running } = runSettings(prepared, prepared.settings, 4);
  const actual = Array.from(running);
  expect(fidelityOf(running, actual)).toStrictEqual({
    comparedMinutes: 130,
    equalMinutes: 130,
    nearMinutes: 130,
    meanDifference: 0,
    largestDifference: 0,
  });
  const fewer = runSettings(prepared, changedSettings(prepared, { ...asChange(prepared), max: 3 }), 4).running;
  expect(fidelityOf(fewer, actual)).toMatchObject({ largestDifference: 2 });
  expect(fidelityOf(running, [null, null])).toBeNull();
});

test("without a policy one is proposed, and what runs stays when nothing scales", () => {
  const prepared = prepare({ ...history, settings: null, instances: 2 });
  expect(runSettings(prepared, prepared.settings, 4).running.every((count) => count === 2)).toBe(true);
  const changed = changedSettings(prepared, { ...asChange(prepared), target: 100, min: 1, max: 6 });
  expect(Math.max(...runSettings(prepared, changed, 4).running)).toBe(5);
});

test("a scheduled minimum counts in a replay", () => {
  const action = {
    name: "early",
    schedule: "at(2026-01-01T00:05:00)",
    timeZone: null,
    startMs: null,
    endMs: null,
    createdMs: 0,
    min: 3,
    max: null,
  };
  const settings = history.settings && { ...history.settings, actions: [action] };
  const prepared = prepare({ ...history, settings });
  const { running } = runSettings(prepared, prepared.settings, 2);
  expect([running[6], running[7]]).toEqual([1, 3]);
});

test("scheduled actions are tried instead of those that there are, and one that cannot run does not count", () => {
  const prepared = prepare(history);
  const tried = { name: "early", timezone: null, min: 3, max: null, startAt: null, endAt: null };
  const run = (schedule: string) => {
    const change = { ...asChange(prepared), scheduled: [{ ...tried, schedule }] };
    return runSettings(prepared, changedSettings(prepared, change), 2).running;
  };
  expect([run("at(2026-01-01T00:05:00)")[6], run("at(2026-01-01T00:05:00)")[7]]).toEqual([1, 3]);
  for (const unfinished of ["at(2026-01-", "at(never)", "cron(0 8)"]) expect(run(unfinished)[7]).toBe(1);
});

test("a sweep holds the settings of today, and its best points trade hours for overload", () => {
  const prepared = prepare(history);
  const change = asChange(prepared);
  const { targets, maxima } = sweepGrid(change);
  expect(targets).toContain(100);
  expect(maxima).toContain(10);
  expect(targets.length * maxima.length).toBeGreaterThanOrEqual(400);
  const points = targets.flatMap((target) =>
    maxima.map((max) => sweepPoint(prepared, change, { target, max }, 100, 4)),
  );
  const best = bestPoints(points);
  for (const [index, point] of best.entries()) {
    const next = best[index + 1];
    if (next) expect(next.instanceHours > point.instanceHours && next.minutesAbove < point.minutesAbove).toBe(true);
  }
});
