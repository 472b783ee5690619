import type { ScalingDimension } from "./dimensions";
import type { PolicyConfig, StepConfig } from "./policy-schema";
import type { ScalingRequest } from "./requests";
import type { ScalingConfig } from "./schema";
import { address, alarmRequest, policyRequest, registerRequest, scheduledRequest } from "./to-requests";

export type ScalingTarget = { resourceId: string; dimension: ScalingDimension };

/** What is there: null where nothing scales the target. `arns` are those of its policies, by their names. */
export type PresentScaling = { config: ScalingConfig; arns: Record<string, string> } | null;

const NOT_SUSPENDED = { scaleIn: false, scaleOut: false, scheduled: false };

/**
 * The requests that turn what is there into what is wished, in the order in which they are sent: bounds first, because
 * a policy needs its target, then what is new or changed, then what goes. What stays as it is is not sent again.
 * `wish` null: the target is no longer scaled; its policies and scheduled actions go with it, alarms of step policies
 * are the account's own and are removed by name.
 */
export function planChange(
  target: ScalingTarget,
  present: PresentScaling,
  wish: ScalingConfig | null,
): ScalingRequest[] {
  if (!wish) return present ? planRemoval(target, present.config) : [];
  const before = present?.config ?? null;
  const register = isSame(bounds(before), bounds(wish))
    ? []
    : [autoscaling("RegisterScalableTarget", registerRequest(target, wish, suspendedChange(before, wish)))];
  const changed = wish.policies.filter((policy) => !isSame(named(before?.policies, policy.name), policy));
  const put = changed.flatMap((policy) => putPolicy(target, present, policy));
  const scheduled = wish.scheduled
    .filter((action) => !isSame(named(before?.scheduled, action.name), action))
    .map((action) => autoscaling("PutScheduledAction", scheduledRequest(target, action)));
  const gonePolicies = (before?.policies ?? []).filter(({ name }) => !named(wish.policies, name));
  const goneScheduled = (before?.scheduled ?? []).filter(({ name }) => !named(wish.scheduled, name));
  return [
    ...register,
    ...put,
    ...scheduled,
    ...goneScheduled.map(({ name }) =>
      autoscaling("DeleteScheduledAction", { ...address(target), ScheduledActionName: name }),
    ),
    ...gonePolicies.map(({ name }) => autoscaling("DeleteScalingPolicy", { ...address(target), PolicyName: name })),
    ...deleteAlarms(leftAlarms(before?.policies ?? [], wish.policies)),
  ];
}

/** Where a request names a policy that is only being made: replaced by its ARN when that is known. */
export function arnPlaceholder(policyName: string): string {
  return `{PolicyARN of ${policyName}}`;
}

function planRemoval(target: ScalingTarget, before: ScalingConfig): ScalingRequest[] {
  return [autoscaling("DeregisterScalableTarget", address(target)), ...deleteAlarms(leftAlarms(before.policies, []))];
}

function putPolicy(target: ScalingTarget, present: PresentScaling, policy: PolicyConfig): ScalingRequest[] {
  const before = named(present?.config.policies, policy.name);
  const put = autoscaling("PutScalingPolicy", policyRequest(target, policy));
  if (policy.kind === "tracking") return [put];
  const alarm = policy.alarm;
  const previous = before?.kind === "step" ? before : null;
  const isPolicyChanged = !isSame(previous && { ...previous, alarm: null }, { ...policy, alarm: null });
  const isAlarmChanged = alarm !== null && !isSame(previous?.alarm ?? null, alarm);
  const action = present?.arns[policy.name] ?? arnPlaceholder(policy.name);
  return [
    ...(isPolicyChanged ? [put] : []),
    ...(isAlarmChanged ? [cloudwatch("PutMetricAlarm", alarmRequest(alarm, action))] : []),
  ];
}

/** Names of alarms that started a step policy and start none that is wished. */
function leftAlarms(before: readonly PolicyConfig[], after: readonly PolicyConfig[]): string[] {
  const kept = new Set(steps(after).flatMap(({ alarm }) => alarm?.name ?? []));
  // An alarm that cannot be edited here belongs to its policy as long as that is there.
  return steps(before).flatMap(({ alarm }) => (alarm && !kept.has(alarm.name) ? [alarm.name] : []));
}

function steps(policies: readonly PolicyConfig[]): StepConfig[] {
  return policies.filter((policy) => policy.kind === "step");
}

function deleteAlarms(names: string[]): ScalingRequest[] {
  return names.length > 0 ? [cloudwatch("DeleteAlarms", { AlarmNames: names })] : [];
}

function suspendedChange(before: ScalingConfig | null, wish: ScalingConfig) {
  return isSame(before?.suspended ?? NOT_SUSPENDED, wish.suspended) ? null : wish.suspended;
}

function bounds(config: ScalingConfig | null) {
  return config && { min: config.min, max: config.max, suspended: config.suspended };
}

function named<T extends { name: string }>(items: readonly T[] | undefined, name: string): T | null {
  return items?.find((item) => item.name === name) ?? null;
}

/** Both sides are JSON of one schema; the order of keys may differ between what AWS tells and what a form holds. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

function autoscaling<O extends Extract<ScalingRequest, { service: "application-autoscaling" }>["operation"]>(
  operation: O,
  input: Extract<ScalingRequest, { operation: O }>["input"],
): ScalingRequest {
  return { service: "application-autoscaling", operation, input } as ScalingRequest; // the pair is what the types say
}

function cloudwatch<O extends Extract<ScalingRequest, { service: "cloudwatch" }>["operation"]>(
  operation: O,
  input: Extract<ScalingRequest, { operation: O }>["input"],
): ScalingRequest {
  return { service: "cloudwatch", operation, input } as ScalingRequest; // the pair is what the types say
}
