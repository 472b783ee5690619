import { expect, test } from "vitest";
import type { StepScaling, TargetTracking } from "./policy";
import { Scaler } from "./scaler";

const quick: TargetTracking = {
  kind: "target-tracking",
  name: "keep",
  metric: "waiting",
  target: 5,
  scaleOutCooldownMinutes: 5,
  scaleInCooldownMinutes: 0,
  isScaleInDisabled: false,
  isHighResolution: true,
};
const step: StepScaling = {
  kind: "step",
  name: "wake",
  alarm: {
    metric: "waiting",
    comparison: "GreaterThanOrEqualToThreshold",
    threshold: 1,
    periods: 1,
    datapoints: 1,
    missing: "missing",
  },
  adjustment: "ChangeInCapacity",
  steps: [
    { lower: 0, upper: 9, adjustment: 2 },
    { lower: 9, upper: null, adjustment: 3 },
  ],
  cooldownMinutes: 5,
  minMagnitude: 0,
};
const scalerOf = (max: number, policy: TargetTracking | StepScaling = quick) =>
  new Scaler({ min: 1, max, policies: [policy], isOutSuspended: false, isInSuspended: false });

/** So many ten-second readings, from a minute on; what the last brought. */
function push(scaler: Scaler, readings: number[], capacity: number, from = 0) {
  return readings.map((reading, index) => scaler.tickQuick(from + index / 6, () => reading, capacity, false)).at(-1);
}

test("three readings of ten seconds above the target add capacity in proportion", () => {
  const scaler = scalerOf(9);
  expect(push(scaler, [12, 12], 1)).toBeNull();
  expect(push(scaler, [12], 1)).toMatchObject({ from: 1, to: 3, reason: null });
});

test("readings of minutes take capacity away, and add none", () => {
  const scaler = scalerOf(9);
  for (let minute = 0; minute < 5; minute += 1) expect(scaler.tick(minute, () => 50, 3, false)).toBeNull();
  let last = null;
  for (let minute = 5; minute < 20; minute += 1) last = scaler.tick(minute, () => 1, 3, false);
  expect(last).toMatchObject({ from: 3, to: 1, reason: null });
});

test("a cooldown of minutes holds between readings of ten seconds, except for more", () => {
  const scaler = scalerOf(9);
  push(scaler, [12, 12, 12], 1);
  expect(push(scaler, [5.1, 5.1, 5.1, 5.1, 5.1, 5.1], 2, 1)).toBeNull();
  expect(push(scaler, [30], 3, 2)).toMatchObject({ to: 9 });
});

test("that there is no more room is told once as long as it lasts, across the minutes too", () => {
  const scaler = scalerOf(1);
  expect(push(scaler, [12, 12, 12], 1)).toMatchObject({ reason: "AlreadyAtMaxCapacity" });
  expect(push(scaler, [12, 12, 12], 1, 1)).toBeNull();
  expect(scaler.tick(1, () => 12, 1, false)).toBeNull();
  expect(push(scaler, [12], 1, 2)).toBeNull();
});

test("other tracking takes no part between the minutes", () => {
  const scaler = scalerOf(9, { ...quick, isHighResolution: false });
  expect(push(scaler, [12, 12, 12, 12], 1)).toBeNull();
});

test("within its cooldown a step adds nothing again, a larger one only the rest, and both count anew after it", () => {
  const scaler = scalerOf(20, step);
  expect(scaler.tick(0, () => 1, 1, false)).toMatchObject({ from: 1, to: 3 });
  expect(scaler.tick(1, () => 1, 3, false)).toBeNull();
  expect(scaler.tick(2, () => 10, 3, false)).toMatchObject({ from: 3, to: 4 });
  for (let minute = 3; minute < 7; minute += 1) expect(scaler.tick(minute, () => 10, 4, false)).toBeNull();
  expect(scaler.tick(7, () => 10, 4, false)).toMatchObject({ from: 4, to: 7 });
});
