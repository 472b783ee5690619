import type { Policy } from "../engine/policy";
import type { ScheduledAction } from "../engine/scheduled-actions";
import type { ScheduledConfig } from "../schema";

/** One value a minute; null where CloudWatch has none. */
export type MinuteSeries = (number | null)[];

/** How a metric depends on the number of instances: `shared` is divided among them, `as-is` does not. */
export type LoadView = { values: MinuteSeries; isShared: boolean };

/** What scales a variant, in the words of the engine. */
export type ReplaySettings = {
  min: number;
  max: number;
  isOutSuspended: boolean;
  isInSuspended: boolean;
  policies: Policy[];
  actions: ScheduledAction[];
};

/** Minutes from the decision until new instances serve: measured on the endpoint's own activities, or assumed. */
export type StartUp = { minutes: number; measuredOn: number };

/** Past traffic of a variant with what scaled it. */
export type ReplayHistory = {
  variant: string;
  fromMs: number;
  minutes: number;
  /** By the names that the policies use; `invocations` is always there. */
  load: Record<string, LoadView>;
  /** Instances that really were. */
  actual: MinuteSeries;
  /** Null: nothing scales the variant. */
  settings: ReplaySettings | null;
  instances: number;
  /** What the replay leaves out, in words. */
  leftOut: string[];
  /** What it follows in another way than AWS does, in words. */
  assumed: string[];
  startUp: StartUp;
  price: { usdPerHour: number; date: string } | null;
  /** GetMetricData calls that the answer took. */
  metricCalls: number;
  isSample: boolean;
};

/** What may be tried: one policy's target and cooldowns, the bounds, and other bounds at set times. */
export type ReplayChange = {
  target: number;
  min: number;
  max: number;
  scaleOutCooldownSeconds: number;
  scaleInCooldownSeconds: number;
  /** Instead of the scheduled actions that there are; null: those. */
  scheduled: ScheduledConfig[] | null;
};

export type ReplayTotals = {
  scaleOuts: number;
  scaleIns: number;
  /** Minutes in which the load for each instance was above the target that is compared with. */
  minutesAbove: number;
  instanceHours: number;
  peak: number;
  /** Null: no price is known. */
  usd: number | null;
};

/** How often a replay of the policy as it is gives the count that was. */
export type Fidelity = {
  comparedMinutes: number;
  equalMinutes: number;
  /** Within one instance. */
  nearMinutes: number;
  meanDifference: number;
  largestDifference: number;
};

export type ReplayRun = { running: Int32Array; totals: ReplayTotals };

export type SweepPoint = { target: number; max: number; minutesAbove: number; instanceHours: number };
