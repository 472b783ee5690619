import type { Policy, ScalingRules, TargetTracking } from "../engine/policy";
import { type LoadSeries, minutesBeyond, type ReplayOutcome, replay } from "../engine/replay";
import { boundsByMinute } from "../engine/scheduled-actions";
import { nextRuns } from "../next-runs";
import { ScheduledConfig } from "../schema";
import { toAction } from "./to-action";
import type { Fidelity, MinuteSeries, ReplayChange, ReplayHistory, ReplaySettings, ReplayTotals } from "./view";

/** The metric of a policy that is made where there was none, and the one that overload is counted on. */
export const INVOCATIONS = "invocations";
/** What the console proposes where nothing scales yet: SageMaker's default cooldowns. */
const DEFAULT_COOLDOWN_MINUTES = 5;

/** A history in the form that the engine runs on; made once for many runs. */
export type Prepared = {
  load: Record<string, LoadSeries>;
  minutes: number;
  fromMs: number;
  startCapacity: number;
  settings: ReplaySettings;
  tracked: TargetTracking;
};

/** Prepares a history; `target` is what a new policy holds where none tracks anything yet. */
export function prepare(history: ReplayHistory, target = 60): Prepared {
  const { minutes, fromMs, actual, instances } = history;
  const settings = history.settings ?? unscaled(instances);
  return {
    load: Object.fromEntries(
      Object.entries(history.load).map(([name, { values, isShared }]) => [
        name,
        { total: Float64Array.from(values, (value) => value ?? Number.NaN), isPerInstance: isShared },
      ]),
    ),
    minutes,
    fromMs,
    startCapacity: actual.find((count) => count !== null && count > 0) ?? instances,
    settings,
    tracked: trackedPolicy(settings.policies) ?? newPolicy(target),
  };
}

/** The first policy that holds a metric at a target: the one that a change changes. */
export function trackedPolicy(policies: readonly Policy[]): TargetTracking | null {
  return policies.find((policy) => policy.kind === "target-tracking") ?? null;
}

function unscaled(instances: number): ReplaySettings {
  return { min: instances, max: instances, isOutSuspended: false, isInSuspended: false, policies: [], actions: [] };
}

function newPolicy(target: number): TargetTracking {
  return {
    kind: "target-tracking",
    name: "",
    metric: INVOCATIONS,
    target,
    scaleOutCooldownMinutes: DEFAULT_COOLDOWN_MINUTES,
    scaleInCooldownMinutes: DEFAULT_COOLDOWN_MINUTES,
    isScaleInDisabled: false,
  };
}

/** The settings as they are, as a change that changes nothing. */
export function asChange({ settings, tracked }: Prepared): ReplayChange {
  return {
    target: tracked.target,
    min: settings.min,
    max: settings.max,
    scaleOutCooldownSeconds: tracked.scaleOutCooldownMinutes * 60,
    scaleInCooldownSeconds: tracked.scaleInCooldownMinutes * 60,
    scheduled: null,
  };
}

/** The settings after a change. A scheduled action that is still being written and cannot run does not count. */
export function changedSettings({ settings, tracked }: Prepared, change: ReplayChange): ReplaySettings {
  const policy: TargetTracking = {
    ...tracked,
    target: change.target,
    scaleOutCooldownMinutes: change.scaleOutCooldownSeconds / 60,
    scaleInCooldownMinutes: change.scaleInCooldownSeconds / 60,
  };
  const others = settings.policies.filter((each) => each !== tracked);
  const actions = change.scheduled?.filter(canRun).map(toAction) ?? settings.actions;
  return { ...settings, min: change.min, max: change.max, policies: [policy, ...others], actions };
}

function canRun(action: ScheduledConfig): boolean {
  return ScheduledConfig.safeParse(action).success && nextRuns(action, 0).problem === null;
}

/** Runs settings over the traffic. The first minute has what really ran, within the bounds. */
export function runSettings(prepared: Prepared, settings: ReplaySettings, startUpMinutes: number): ReplayOutcome {
  const { load, minutes, fromMs, startCapacity } = prepared;
  const { min, max, policies, isOutSuspended, isInSuspended, actions } = settings;
  const rules: ScalingRules = { min, max, policies, isOutSuspended, isInSuspended };
  return replay({
    rules,
    load,
    minutes,
    startCapacity,
    startUpMinutes,
    ...(actions.length > 0 && { bounds: boundsByMinute(actions, { min, max }, fromMs, minutes) }),
  });
}

/** A run summed up; minutes above are counted against one target for all runs, so that they compare. */
export function totalsOf(
  { running, activities, instanceMinutes }: ReplayOutcome,
  { load, tracked }: Prepared,
  target: number,
  usdPerHour: number | null,
): ReplayTotals {
  const series = load[tracked.metric];
  const changes = activities.filter(({ reason }) => reason === null);
  const instanceHours = instanceMinutes / 60;
  return {
    scaleOuts: changes.filter(({ from, to }) => to > from).length,
    scaleIns: changes.filter(({ from, to }) => to < from).length,
    minutesAbove: series ? minutesBeyond(series, running, target) : 0,
    instanceHours,
    peak: running.reduce((most, count) => Math.max(most, count), 0),
    usd: usdPerHour === null ? null : instanceHours * usdPerHour,
  };
}

/** How well a run gives the counts that were; null where CloudWatch knows no count. */
export function fidelityOf(running: Int32Array, actual: MinuteSeries): Fidelity | null {
  let compared = 0;
  let equal = 0;
  let near = 0;
  let sum = 0;
  let largest = 0;
  for (const [minute, was] of actual.entries()) {
    if (was === null) continue;
    const difference = Math.abs((running[minute] ?? 0) - was);
    compared += 1;
    if (difference === 0) equal += 1;
    if (difference <= 1) near += 1;
    sum += difference;
    largest = Math.max(largest, difference);
  }
  if (compared === 0) return null;
  return {
    comparedMinutes: compared,
    equalMinutes: equal,
    nearMinutes: near,
    meanDifference: sum / compared,
    largestDifference: largest,
  };
}

/** What really ran, summed up over the minutes that are known. */
export function totalsOfActual(
  actual: MinuteSeries,
  { load, tracked }: Prepared,
  target: number,
  usdPerHour: number | null,
): ReplayTotals {
  const series = load[tracked.metric];
  const totals = { scaleOuts: 0, scaleIns: 0, minutesAbove: 0, instanceHours: 0, peak: 0 };
  let before: number | null = null;
  for (const [minute, count] of actual.entries()) {
    if (count === null) continue;
    if (before !== null && count > before) totals.scaleOuts += 1;
    if (before !== null && count < before) totals.scaleIns += 1;
    before = count;
    totals.instanceHours += count / 60;
    totals.peak = Math.max(totals.peak, count);
    const value = series?.total[minute] ?? null;
    if (value !== null && value > 0 && value > target * count) totals.minutesAbove += 1;
  }
  return { ...totals, usd: usdPerHour === null ? null : totals.instanceHours * usdPerHour };
}
