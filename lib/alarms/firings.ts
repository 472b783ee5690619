import { AlarmWindow } from "@/lib/scaling/engine/alarm-window";

import type { AlarmRule, AlarmState } from "./view";

/** From the end of the period in which an alarm began to stand until it no longer did; indexes of periods. */
export type Firing = { from: number; to: number };

/**
 * How often an alarm would have fired over these values, period by period, by the rule that the emulator's own alarms
 * follow. It begins without data, as a new alarm does.
 */
export function findFirings(values: readonly (number | null)[], rule: AlarmRule): Firing[] {
  const window = new AlarmWindow({ ...rule, metric: "" });
  const firings: Firing[] = [];
  let before: AlarmState = "INSUFFICIENT_DATA";
  values.forEach((value, index) => {
    const state = window.push(value);
    if (state === "ALARM" && before !== "ALARM") firings.push({ from: index, to: index + 1 });
    const last = firings.at(-1);
    if (state === "ALARM" && last) last.to = index + 1;
    before = state;
  });
  return firings;
}

/** Whether it would stand at the end of the values. */
export function isStanding(firings: readonly Firing[], periods: number): boolean {
  return firings.at(-1)?.to === periods;
}
