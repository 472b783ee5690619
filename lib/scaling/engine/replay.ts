import type { Activity, Reading, ScalingRules } from "./policy";
import { Scaler } from "./scaler";

/** A metric of past traffic. `perInstance`: the total is shared by the instances that run. */
export type LoadSeries = { total: readonly Reading[] | Float64Array; isPerInstance: boolean };

export type ReplayInput = {
  rules: ScalingRules;
  /** By the names that the policies use; each as long as the others, one value a minute. */
  load: Readonly<Record<string, LoadSeries>>;
  minutes: number;
  startCapacity: number;
  /** From the decision until a new instance serves. */
  startUpMinutes: number;
  /** From the decision until an instance that goes is gone and the next change may come; 0 when left out. */
  shutDownMinutes?: number;
  /** Bounds that scheduled actions set at the beginning of a minute. */
  bounds?: ReadonlyMap<number, { min: number; max: number }>;
};

export type ReplayOutcome = {
  /** Instances that serve, each minute. */
  running: Int32Array;
  /** Instances that are paid for: those that start too. */
  paid: Int32Array;
  activities: Activity[];
  instanceMinutes: number;
};

/**
 * What scaling would have done to past traffic, minute by minute. Bounds count at once, readings of a minute decide at
 * its end; new instances serve after their start-up.
 */
export function replay(input: ReplayInput): ReplayOutcome {
  const { rules, load, minutes, startCapacity, startUpMinutes, shutDownMinutes = 0, bounds } = input;
  const scaler = new Scaler(rules);
  const running = new Int32Array(minutes);
  const paid = new Int32Array(minutes);
  const activities: Activity[] = [];
  let serving = startCapacity;
  let wanted = startCapacity;
  let readyAt = 0;
  let instanceMinutes = 0;

  const read = (metric: string, minute: number): Reading => {
    const series = load[metric];
    const total = series?.total[minute] ?? null;
    if (series === undefined || total === null || Number.isNaN(total)) return null;
    if (!series.isPerInstance) return total;
    return serving > 0 ? total / serving : null;
  };

  const take = (activity: Activity | null, at: number): void => {
    if (!activity) return;
    activities.push(activity);
    if (activity.reason !== null) return;
    wanted = activity.to;
    readyAt = at + (wanted < serving ? shutDownMinutes : startUpMinutes);
  };

  for (let minute = 0; minute < minutes; minute += 1) {
    const changed = bounds?.get(minute);
    if (changed) {
      scaler.setBounds(changed.min, changed.max);
      // Instances that come in this minute are still on their way at its beginning.
      take(scaler.enforceBounds(minute, serving, wanted !== serving), minute);
    }
    if (minute >= readyAt) serving = wanted;
    running[minute] = serving;
    paid[minute] = Math.max(serving, wanted);
    instanceMinutes += Math.max(serving, wanted);
    take(scaler.tick(minute, read, serving, wanted !== serving), minute + 1);
  }
  return { running, paid, activities, instanceMinutes };
}

/** Minutes in which a metric per instance was beyond a target, and those in which nothing served though there was load. */
export function minutesBeyond({ total }: LoadSeries, running: Int32Array, target: number): number {
  let minutes = 0;
  for (let minute = 0; minute < running.length; minute += 1) {
    const load = total[minute] ?? null;
    if (load === null || Number.isNaN(load) || load === 0) continue;
    const instances = running[minute] ?? 0;
    if (instances === 0 || load / instances > target) minutes += 1;
  }
  return minutes;
}
