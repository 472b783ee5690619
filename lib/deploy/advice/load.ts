import type { Workload } from "./workload";

export const HOURS_PER_MONTH = 730;
export const DAYS_PER_MONTH = HOURS_PER_MONTH / 24;
const SECONDS_PER_DAY = 86_400;
/** Against 0.1 × 30 = 3.0000000000000004, which is not four calls at once. */
const ROUNDING = 1e-9;

/** How many calls are under way at once at the peak: those that arrive within the time of one answer. */
export function callsAtOnce({ peakPerSecond, secondsPerAnswer }: Workload): number {
  return Math.max(1, Math.ceil(peakPerSecond * secondsPerAnswer - ROUNDING));
}

/**
 * Instances that answer every call as it comes, each working on one at a time: enough for the peak, and for the day's
 * average where that is more.
 */
export function instancesForPeak(workload: Workload): number {
  return Math.max(callsAtOnce(workload), instancesForQueue(workload));
}

/** Instances that a queue needs, which spreads peaks over the day. */
export function instancesForQueue({ callsPerDay, secondsPerAnswer }: Workload): number {
  return Math.max(1, Math.ceil((callsPerDay * secondsPerAnswer) / SECONDS_PER_DAY - ROUNDING));
}

/** How many calls a day keep these instances busy all the time. */
export function callsThatFill(instances: number, { secondsPerAnswer }: Workload): number {
  return (instances * SECONDS_PER_DAY) / secondsPerAnswer;
}

/** Instance hours of a month in which something is worked on. */
export function busyHoursPerMonth({ callsPerDay, secondsPerAnswer }: Workload): number {
  return ((callsPerDay * secondsPerAnswer) / 3_600) * DAYS_PER_MONTH;
}
