import { AlarmWindow } from "./alarm-window";
import type { Reading, TargetTracking } from "./policy";

/** Minutes above the target before more instances come (Application Auto Scaling's AlarmHigh). */
export const MINUTES_ABOVE = 3;
/** Minutes below nine tenths of it before one goes (its AlarmLow). */
export const MINUTES_BELOW = 15;
export const LOW_SHARE = 0.9;

/** What a policy asks for in a minute. `wish` is a capacity; null: it asks for nothing. */
export type Wish = { direction: "out" | "in"; capacity: number } | null;

/** Follows the two alarms of a target-tracking policy. */
export class TrackingWindow {
  readonly policy: TargetTracking;
  readonly #high: AlarmWindow;
  readonly #low: AlarmWindow;

  constructor(policy: TargetTracking) {
    this.policy = policy;
    const { metric, target } = policy;
    const alarm = { metric, missing: "missing" as const };
    this.#high = new AlarmWindow({
      ...alarm,
      comparison: "GreaterThanThreshold",
      threshold: target,
      periods: MINUTES_ABOVE,
      datapoints: MINUTES_ABOVE,
    });
    this.#low = new AlarmWindow({
      ...alarm,
      comparison: "LessThanThreshold",
      threshold: target * LOW_SHARE,
      periods: MINUTES_BELOW,
      datapoints: MINUTES_BELOW,
    });
  }

  get isLow(): boolean {
    return this.#low.state === "ALARM";
  }

  get isHigh(): boolean {
    return this.#high.state === "ALARM";
  }

  /** Takes a reading of ten seconds of a high-resolution metric: its alarm for more looks at these. */
  pushQuick(reading: Reading, capacity: number): Wish {
    const high = this.#high.push(reading);
    if (reading === null || high !== "ALARM") return null;
    return { direction: "out", capacity: Math.max(this.#wanted(reading, capacity), capacity + 1) };
  }

  /**
   * Takes the minute's reading at a capacity. The wish is in proportion: twice the target asks for twice the capacity.
   * A wish for less is rounded up, so that what is left does not pass the target.
   */
  push(reading: Reading, capacity: number): Wish {
    const low = this.#low.push(reading);
    const out = this.policy.isHighResolution ? null : this.pushQuick(reading, capacity);
    if (out || reading === null) return out;
    if (low !== "ALARM" || this.policy.isScaleInDisabled) return null;
    return { direction: "in", capacity: this.#wanted(reading, capacity) };
  }

  #wanted(reading: number, capacity: number): number {
    return Math.ceil((capacity * reading) / this.policy.target - 1e-9);
  }
}
