import fc from "fast-check";
import { expect, test } from "vitest";

import type { Policy, Reading, ScalingRules, StepScaling, TargetTracking } from "./policy";
import { minutesBeyond, replay } from "./replay";

const tracking: TargetTracking = {
  kind: "target-tracking",
  name: "keep",
  metric: "invocations",
  target: 100,
  scaleOutCooldownMinutes: 5,
  scaleInCooldownMinutes: 5,
  isScaleInDisabled: false,
};

function rules(over: Partial<ScalingRules> = {}): ScalingRules {
  return { min: 1, max: 10, policies: [tracking], isOutSuspended: false, isInSuspended: false, ...over };
}

function run(total: readonly Reading[], over: Partial<ScalingRules> = {}, startUpMinutes = 4, startCapacity = 1) {
  return replay({
    rules: rules(over),
    load: { invocations: { total, isPerInstance: true } },
    minutes: total.length,
    startCapacity,
    startUpMinutes,
  });
}

const constant = (value: Reading, minutes: number): Reading[] => Array.from({ length: minutes }, () => value);
const changes = (activities: ReturnType<typeof run>["activities"]) =>
  activities.filter(({ reason }) => reason === null).map(({ minute, from, to }) => ({ minute, from, to }));

test("a step up asks for the share at once, three minutes after it, and the instances serve after their start-up", () => {
  const { running, paid, activities } = run([...constant(50, 10), ...constant(420, 30)]);
  expect(changes(activities)).toEqual([{ minute: 12, from: 1, to: 5 }]);
  expect(paid.indexOf(5)).toBe(13);
  expect(running.indexOf(5)).toBe(17);
});

test("a step down goes after a quarter of an hour below nine tenths, rounded up so that it does not come back", () => {
  const { activities } = run([...constant(460, 20), ...constant(180, 60)], {}, 4, 5);
  expect(changes(activities)).toEqual([{ minute: 34, from: 5, to: 2 }]);
});

test("a ramp is followed, one change at a time while instances start", () => {
  const ramp = Array.from({ length: 60 }, (_, minute) => 50 + minute * 15);
  const { running, activities } = run(ramp);
  expect(running.at(-1)).toBeGreaterThanOrEqual(8);
  expect(changes(activities).length).toBeGreaterThan(1);
  expect(activities.some(({ reason }) => reason === "TargetServicePutResourceAsUnscalable")).toBe(true);
});

test("a spike of two minutes is not seen, one of three is", () => {
  const spike = (minutes: number) => run([...constant(50, 10), ...constant(500, minutes), ...constant(50, 20)]);
  expect(changes(spike(2).activities)).toEqual([]);
  expect(changes(spike(3).activities)[0]).toEqual({ minute: 12, from: 1, to: 5 });
});

test("silence changes nothing: without data there is no alarm", () => {
  expect(run(constant(null, 200), {}, 4, 5).activities).toEqual([]);
});

test("a sine of a day is followed up and down and ends where it began", () => {
  const day = Array.from({ length: 2880 }, (_, minute) => 400 - 350 * Math.cos((minute / 1440) * 2 * Math.PI));
  const { running, activities } = run(day);
  expect(Math.max(...running)).toBe(8);
  expect(running.at(-1)).toBeLessThanOrEqual(2);
  const counts = changes(activities);
  expect(counts.some(({ from, to }) => to > from) && counts.some(({ from, to }) => to < from)).toBe(true);
});

test("why nothing happened is told once", () => {
  const { activities } = run(constant(900, 60), { max: 3 }, 1, 3);
  expect(activities).toEqual([{ minute: 2, policy: "keep", from: 3, to: 3, reason: "AlreadyAtMaxCapacity" }]);
  const low = run(constant(10, 60), {}, 1, 1).activities;
  expect(low).toEqual([{ minute: 14, policy: "keep", from: 1, to: 1, reason: "AlreadyAtMinCapacity" }]);
  const near = run(constant(170, 60), {}, 1, 2).activities;
  expect(near.map(({ reason }) => reason)).toEqual(["AutoScalingAnticipatedFlapping"]);
});

test("bounds of a schedule count at once", () => {
  const { running, activities } = replay({
    rules: rules(),
    load: { invocations: { total: constant(null, 30), isPerInstance: true } },
    minutes: 30,
    startCapacity: 1,
    startUpMinutes: 2,
    bounds: new Map([[5, { min: 4, max: 10 }]]),
  });
  expect(changes(activities)).toEqual([{ minute: 5, from: 1, to: 4 }]);
  expect([running[6], running[7]]).toEqual([1, 4]);
});

const wake: StepScaling = {
  kind: "step",
  name: "wake",
  alarm: {
    metric: "waiting",
    comparison: "GreaterThanOrEqualToThreshold",
    threshold: 1,
    periods: 2,
    datapoints: 2,
    missing: "missing",
  },
  adjustment: "ChangeInCapacity",
  steps: [{ lower: 0, upper: null, adjustment: 1 }],
  cooldownMinutes: 5,
  minMagnitude: 0,
};

test("a step policy wakes an endpoint from zero, where tracking by calls for each instance has nothing to follow", () => {
  const waiting = [...constant(0, 5), ...constant(1, 30)];
  const outcome = replay({
    rules: rules({ min: 0, policies: [tracking, wake] }),
    load: {
      invocations: { total: constant(50, 35), isPerInstance: true },
      waiting: { total: waiting, isPerInstance: false },
    },
    minutes: 35,
    startCapacity: 0,
    startUpMinutes: 3,
  });
  expect(changes(outcome.activities)[0]).toEqual({ minute: 6, from: 0, to: 1 });
  expect(minutesBeyond({ total: constant(50, 35), isPerInstance: true }, outcome.running, 100)).toBe(10);
});

const anyPolicy: fc.Arbitrary<Policy> = fc.record({
  kind: fc.constant("target-tracking" as const),
  name: fc.constantFrom("a", "b"),
  metric: fc.constant("invocations"),
  target: fc.integer({ min: 1, max: 500 }),
  scaleOutCooldownMinutes: fc.integer({ min: 0, max: 15 }),
  scaleInCooldownMinutes: fc.integer({ min: 0, max: 15 }),
  isScaleInDisabled: fc.boolean(),
});

test("capacity stays within its bounds, and never goes in within a cooldown", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.constant(null)), { minLength: 60, maxLength: 300 }),
      fc.array(anyPolicy, { minLength: 1, maxLength: 2 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 0, max: 10 }),
      (total, policies, min, more, startUpMinutes) => {
        const max = min + more;
        const { paid, activities } = run(total, { min, max, policies }, startUpMinutes, min);
        expect(paid.every((count) => count >= min && count <= max)).toBe(true);
        const ins = changes(activities).filter(({ from, to }) => to < from);
        const least = Math.min(...policies.map((each) => (each.kind === "step" ? 0 : each.scaleInCooldownMinutes)));
        const outs = changes(activities).filter(({ from, to }) => to > from);
        for (const [at, { minute }] of ins.entries()) {
          const before = ins[at - 1];
          const wasCancelled = outs.some((out) => before && out.minute > before.minute && out.minute < minute);
          if (before && !wasCancelled) expect(minute - before.minute).toBeGreaterThanOrEqual(least);
        }
      },
    ),
  );
});

test("constant traffic settles, and then nothing more happens", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 10 }), (load, startCapacity) => {
      const { activities } = run(constant(load, 400), {}, 5, startCapacity);
      expect(changes(activities).every(({ minute }) => minute < 100)).toBe(true);
    }),
  );
});
