import { AlarmWindow } from "./alarm-window";
import type { Reading, Step, StepScaling } from "./policy";
import type { Wish } from "./tracking";

/** Follows the alarm of a step policy. */
export class SteppingWindow {
  readonly policy: StepScaling;
  readonly #alarm: AlarmWindow;

  constructor(policy: StepScaling) {
    this.policy = policy;
    this.#alarm = new AlarmWindow(policy.alarm);
  }

  /**
   * Takes the minute's reading at a capacity. `base`: what there was before this policy's scale-out whose cooldown lasts.
   * What that added is part of the next one: two and then three more are three more in all.
   */
  push(reading: Reading, capacity: number, base = capacity): Wish {
    const state = this.#alarm.push(reading);
    if (state !== "ALARM" || reading === null) return null;
    const step = stepFor(this.policy.steps, reading - this.policy.alarm.threshold);
    if (!step) return null;
    const wanted = adjusted(this.policy, step.adjustment, capacity);
    if (wanted > capacity) return { direction: "out", capacity: adjusted(this.policy, step.adjustment, base) };
    return wanted < capacity ? { direction: "in", capacity: wanted } : null;
  }
}

/** The step whose interval holds a distance from the threshold: below it the upper bound counts in, above the lower one. */
export function stepFor(steps: readonly Step[], distance: number): Step | null {
  return (
    steps.find(({ lower, upper }) => {
      const isAbove = distance >= 0;
      const low = lower === null || (isAbove ? distance >= lower : distance > lower);
      const high = upper === null || (isAbove ? distance < upper : distance <= upper);
      return low && high;
    }) ?? null
  );
}

/** A capacity after an adjustment, by the rules of its type (Application Auto Scaling's guide, "Scaling adjustment types"). */
export function adjusted(
  { adjustment: type, minMagnitude }: Pick<StepScaling, "adjustment" | "minMagnitude">,
  amount: number,
  capacity: number,
): number {
  if (type === "ExactCapacity") return Math.max(0, amount);
  if (type === "ChangeInCapacity") return Math.max(0, capacity + amount);
  const raw = (capacity * amount) / 100;
  // Between -1 and 1 it goes away from zero, beyond that towards it.
  const rounded = Math.abs(raw) < 1 ? Math.sign(raw) : Math.trunc(raw);
  const change = Math.abs(rounded) < minMagnitude ? Math.sign(amount) * minMagnitude : rounded;
  return Math.max(0, capacity + change);
}
