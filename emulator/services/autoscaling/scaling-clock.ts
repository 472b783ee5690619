import { randomUUID } from "node:crypto";
import type { Activity } from "@/lib/scaling/engine/policy.ts";
import { Scaler } from "@/lib/scaling/engine/scaler.ts";
import { boundsAfter } from "@/lib/scaling/engine/scheduled-actions.ts";
import { MINUTES_ABOVE, MINUTES_BELOW } from "@/lib/scaling/engine/tracking.ts";
import { MOST_MINUTES } from "../../clock.ts";
import type { EmulatorContext } from "../../context.ts";
import { listAlarms } from "../cloudwatch/alarms/alarm-store.ts";
import type { ActivityStore, ScalingActivity } from "./activity-store.ts";
import { isHighResolution, QUICK_SECONDS } from "./policy-alarms.ts";
import { listTargets, type ScalableTarget, saveTarget, targetRegions } from "./scalable-target.ts";
import { alarmsOf, listPolicies } from "./scaling-policy.ts";
import { readRules, type TargetRules } from "./scaling-rules.ts";
import { afterRun, type KeptAction, listActions, saveAction } from "./scheduled-action.ts";
import type { TargetCapacity } from "./target-capacity.ts";

const MINUTE = 60_000;
const QUICK = QUICK_SECONDS * 1_000;
const LOOK_EVERY_MS = 1_000;

/** `minute`: the last that was decided; `quickTo`: where the last ten seconds ended that were, in epoch milliseconds. */
type Followed = { scaler: Scaler; signature: string; minute: number; quickTo: number };

export type ScalingClock = {
  catchUp(): void;
  /** Bounds that were changed by hand count at once, and not at the end of the minute. */
  applyBounds(region: string, target: ScalableTarget): void;
};

/** Scales variants and inference components by their policies, once for each minute of the emulator's clock that has ended. */
export function createScalingClock(
  context: EmulatorContext,
  capacity: TargetCapacity,
  activities: ActivityStore,
): ScalingClock {
  const { clock, records, stopping } = context;
  const followed = new Map<string, Followed>();
  let lookedAt = Number.NaN;
  let quickTo = Number.NaN;

  function catchUp(): void {
    if (stopping.aborted) return;
    // One write to disk for all that is due: a schedule may have hundreds of runs in a move of the clock.
    records.transaction(() => {
      const last = Math.floor(clock.now() / MINUTE) - 1;
      if (last !== lookedAt) {
        lookedAt = last;
        for (const region of targetRegions(records)) followRegion(region, last);
      }
      const until = Math.floor(clock.now() / QUICK) * QUICK;
      if (until !== quickTo) {
        quickTo = until;
        for (const region of targetRegions(records)) followQuickly(region, last, until);
      }
      for (const region of targetRegions(records)) {
        // Planned bounds count at their time, and not at the end of the minute.
        for (const target of listTargets(records, region)) runDue(region, target, clock.now());
      }
    });
  }

  function followRegion(region: string, last: number): void {
    const kept = { policies: listPolicies(records, region), alarms: listAlarms(records, region) };
    for (const target of listTargets(records, region)) {
      follow(region, target, readRules(context, region, target, kept), last);
    }
  }

  /** Between the minutes only what has a high-resolution policy is looked at. */
  function followQuickly(region: string, last: number, until: number): void {
    const policies = listPolicies(records, region);
    const quick = policies.filter(isHighResolution);
    if (quick.length === 0) return;
    const kept = { policies, alarms: listAlarms(records, region) };
    const isQuick = (target: ScalableTarget) =>
      quick.some(({ resourceId, dimension }) => resourceId === target.resourceId && dimension === target.dimension);
    for (const target of listTargets(records, region).filter(isQuick)) {
      const rules = readRules(context, region, target, kept);
      runQuick(region, target, rules, stateOf(region, target, rules, last), until);
    }
  }

  /** Decides each ten seconds up to a time, as far as they are not decided; those before the newest minute are too old. */
  function runQuick(region: string, target: ScalableTarget, rules: TargetRules, state: Followed, until: number): void {
    if (!rules.rules.policies.some((policy) => policy.kind === "target-tracking" && policy.isHighResolution)) return;
    for (let end = Math.max(state.quickTo + QUICK, until - MINUTE); end <= until; end += QUICK) {
      state.quickTo = end;
      const now = capacity.read(region, target);
      const read = (metric: string) => rules.readQuick(metric, end);
      const activity = now && state.scaler.tickQuick(end / MINUTE - 1, read, now.capacity, now.isChanging);
      if (activity) act(region, target, activity);
    }
  }

  function follow(region: string, before: ScalableTarget, rules: TargetRules, last: number): void {
    const state = stateOf(region, before, rules, last);
    let target = before;
    for (let minute = Math.max(state.minute + 1, last - MOST_MINUTES); minute <= last; minute += 1) {
      state.minute = minute;
      target = runDue(region, target, (minute + 1) * MINUTE - 1);
      state.scaler.setBounds(target.minCapacity, target.maxCapacity);
      runQuick(region, target, rules, state, (minute + 1) * MINUTE);
      const now = capacity.read(region, target);
      const activity = now && state.scaler.tick(minute, rules.read, now.capacity, now.isChanging);
      if (activity) act(region, target, activity);
    }
  }

  /** Runs the scheduled actions whose time has come by `until`, in order; the target as they leave it. */
  function runDue(region: string, before: ScalableTarget, until: number): ScalableTarget {
    let target = before;
    const isOfTarget = (each: KeptAction) =>
      each.resourceId === before.resourceId && each.dimension === before.dimension;
    const actions = listActions(records, region).filter(isOfTarget);
    for (;;) {
      const [due] = actions
        .filter(({ nextAt }) => nextAt !== null && nextAt <= until)
        .sort((one, two) => (one.nextAt ?? 0) - (two.nextAt ?? 0));
      if (!due) return target;
      const next = afterRun(due, due.nextAt ?? until, clock.now() - MOST_MINUTES * MINUTE);
      actions[actions.indexOf(due)] = next;
      saveAction(records, region, next);
      if (target.suspended.ScheduledScalingSuspended !== true) target = runAction(region, target, due);
    }
  }

  function runAction(region: string, target: ScalableTarget, action: KeptAction): ScalableTarget {
    const bounds = boundsAfter({ min: target.minCapacity, max: target.maxCapacity }, action);
    const next = bounds ? { ...target, minCapacity: bounds.min, maxCapacity: bounds.max } : target;
    const parts = [
      action.min === null ? null : `min capacity to ${action.min}`,
      action.max === null ? null : `max capacity to ${action.max}`,
    ];
    tell(region, next, {
      from: 0,
      to: 0,
      cause: `scheduled action name ${action.name} was triggered`,
      reason: null,
      failure: bounds ? null : "Maximum capacity cannot be less than minimum capacity",
      setsBounds: parts.filter((part) => part !== null).join(" and "),
    });
    if (bounds) {
      saveTarget(records, region, next);
      applyBounds(region, next);
    }
    return next;
  }

  function applyBounds(region: string, target: ScalableTarget): void {
    const now = capacity.read(region, target);
    if (!now || now.isChanging) return; // the next minute looks again
    const { minCapacity: min, maxCapacity: max } = target;
    const to = Math.min(max, Math.max(min, now.capacity));
    const minute = Math.floor(clock.now() / MINUTE);
    if (to !== now.capacity) act(region, target, { minute, policy: "bounds", from: now.capacity, to, reason: null });
  }

  /** New or changed rules begin anew, and know the minutes that were: their alarms look back as well. */
  function stateOf(region: string, target: ScalableTarget, { rules, read }: TargetRules, last: number): Followed {
    const key = `${region} ${target.resourceId} ${target.dimension}`;
    // Bounds are told to the scaler each minute: it keeps its cooldowns when only they change.
    const signature = JSON.stringify({ ...rules, min: 0, max: 0 });
    const known = followed.get(key);
    if (known?.signature === signature) return known;
    const scaler = new Scaler(rules);
    const count = capacity.read(region, target)?.capacity ?? 0;
    for (let minute = last - MINUTES_BELOW; minute < last; minute += 1) scaler.observe(minute, read, count);
    // Its alarm for more looks back on as many periods as it needs.
    const quickSince = Math.floor(clock.now() / QUICK) * QUICK - MINUTES_ABOVE * QUICK;
    const state = { scaler, signature, minute: known?.minute ?? last - 1, quickTo: known?.quickTo ?? quickSince };
    followed.set(key, state);
    return state;
  }

  function act(region: string, target: ScalableTarget, { policy, from, to, reason }: Activity): void {
    const failure = reason === null ? capacity.change(region, target, to) : null;
    const isDone = reason === null && failure === null;
    const cause = causeOf(region, target, policy, to > from);
    const fulfilled = isDone ? { fulfilledAt: clock.now() + context.behaviour.endpointDelayMs } : {};
    tell(region, target, { from, to, cause, reason, failure, ...fulfilled });
  }

  type Told = Pick<ScalingActivity, "from" | "to" | "cause" | "reason" | "failure" | "setsBounds" | "fulfilledAt">;

  function tell(region: string, { resourceId, dimension, minCapacity, maxCapacity }: ScalableTarget, told: Told): void {
    const at = clock.now();
    activities.add(region, { id: randomUUID(), resourceId, dimension, at, minCapacity, maxCapacity, ...told });
  }

  function causeOf(region: string, target: ScalableTarget, name: string, isOut: boolean): string {
    if (name === "bounds") {
      return isOut
        ? `minimum capacity was set to ${target.minCapacity}`
        : `maximum capacity was set to ${target.maxCapacity}`;
    }
    const policy = listPolicies(records, region).find(
      (each) => each.name === name && each.resourceId === target.resourceId,
    );
    const alarms = policy ? alarmsOf(listAlarms(records, region), policy) : [];
    const alarm = alarms.find((each) => each.name.includes(isOut ? "AlarmHigh" : "AlarmLow")) ?? alarms[0];
    return `monitor alarm ${alarm?.name ?? "unknown"} in state ALARM triggered policy ${name}`;
  }

  const timer = setInterval(catchUp, LOOK_EVERY_MS).unref();
  // Each minute of a move is decided at its own time, with what the minute before it changed.
  clock.onMove(catchUp, stopping);
  stopping.addEventListener("abort", () => clearInterval(timer), { once: true });
  return { catchUp, applyBounds };
}
