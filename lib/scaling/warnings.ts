import { formatNumber } from "@/lib/format/numbers";
import { emittedBy } from "./conflicts";
import { CONCURRENCY, countOf, INSTANCES } from "./dimensions";
import type { StepConfig, TrackedMetric } from "./policy-schema";
import type { EndpointState, VariantState } from "./review-view";
import { type ActivityView, type PolicyView, partsOf, type ScalingAlarmView, type TargetView } from "./target-view";
import { predefinedMetric } from "./tracked-metrics";

export const WARNING_KINDS = {
  "no-target": "Not scaled",
  "no-policy": "No policy",
  "at-max": "At its maximum",
  "target-too-high": "Target too high",
  "metric-missing": "Metric not emitted",
  quota: "Over the quota",
  "alarm-missing": "Alarm missing",
  "alarm-left": "Alarm left over",
  "endpoint-gone": "Endpoint gone",
} as const;
export type WarningKind = keyof typeof WARNING_KINDS;
export type ScalingWarning = { kind: WarningKind; text: string };

/** A target stays at its maximum for so long before it is worth a word. */
const LONG_MS = 3_600_000;

/** Alarms by their names, and by each policy that they start. */
export type KnownAlarms = {
  byName: ReadonlyMap<string, ScalingAlarmView>;
  byAction: ReadonlyMap<string, readonly ScalingAlarmView[]>;
};

/** Indexes alarms once, for a review of thousands. */
export function indexAlarms(alarms: readonly ScalingAlarmView[]): KnownAlarms {
  const byAction = new Map<string, ScalingAlarmView[]>();
  for (const alarm of alarms) {
    for (const action of alarm.actions) byAction.set(action, [...(byAction.get(action) ?? []), alarm]);
  }
  return { byName: new Map(alarms.map((alarm) => [alarm.name, alarm])), byAction };
}

/** What is known of a target; null: not (yet) read, and nothing is said about it. */
export type Known = {
  target: TargetView;
  policies: readonly PolicyView[] | null;
  scheduledCount: number | null;
  alarms: KnownAlarms | null;
  /** Newest first. */
  activities: readonly ActivityView[];
  state: EndpointState | null;
  /** Instances that all targets of its type may reach together, and the quota. */
  quota: { instanceType: string; sum: number; limit: number } | null;
  nowMs: number;
};

/** What somebody who reviews a scalable target should look at. */
export function warningsOf(known: Known): ScalingWarning[] {
  const { target, policies, scheduledCount, alarms, state, quota } = known;
  const variant = state && scaledState(state, target.resourceId);
  return [
    ...(state && state.status === null
      ? [warning("endpoint-gone", `The endpoint ${state.name} does not exist any more. Deregister the target.`)]
      : []),
    ...(policies?.length === 0 && scheduledCount === 0
      ? [warning("no-policy", "It is registered, but no policy and no schedule ever changes it.")]
      : []),
    ...(variant ? atMax(known, variant) : []),
    ...(policies ?? []).flatMap((policy) => [
      ...metricMissing(policy, state, alarms),
      ...(variant ? tooHigh(policy, variant) : []),
      ...(alarms ? alarmMissing(policy, alarms) : []),
    ]),
    ...(quota && quota.sum > quota.limit && target.dimension === INSTANCES
      ? [
          warning(
            "quota",
            `All maxima of ${quota.instanceType} add up to ${quota.sum}; the account's quota is ${formatNumber(quota.limit)}.`,
          ),
        ]
      : []),
  ];
}

/** How many there are of what a target counts; null: not known. */
export function capacityOf(
  dimension: string,
  variant: VariantState | null,
): { current: number | null; desired: number | null } {
  if (!variant) return { current: null, desired: null };
  return dimension === CONCURRENCY
    ? { current: variant.currentConcurrency, desired: variant.desiredConcurrency ?? variant.currentConcurrency }
    : { current: variant.current, desired: variant.desired };
}

/** What a target scales, as it is now: a variant, or an inference component; null: not known. */
export function scaledState({ variants, components }: EndpointState, resourceId: string): VariantState | null {
  const { variant, name } = partsOf(resourceId);
  const all = variant === null ? (components ?? []) : variants;
  return all.find((each) => each.name === (variant ?? name)) ?? null;
}

function atMax({ target, activities, nowMs }: Known, variant: VariantState): ScalingWarning[] {
  const { current } = capacityOf(target.dimension, variant);
  if (current === null || current < target.max || target.max === target.min) return [];
  const newest = activities[0];
  if (newest?.reasons.some(({ code }) => code === "AlreadyAtMaxCapacity")) {
    return [warning("at-max", `It asks for more than its maximum of ${countOf(target.max, target.dimension)}.`)];
  }
  const since = activities.find(({ reasons }) => reasons.length === 0)?.at ?? target.createdAt;
  if (!since || nowMs - Date.parse(since) < LONG_MS) return [];
  const hours = Math.floor((nowMs - Date.parse(since)) / LONG_MS);
  return [warning("at-max", `It has been at its maximum of ${countOf(target.max, target.dimension)} for ${hours} h.`)];
}

function tooHigh({ config }: PolicyView, { capacityPerMinute }: VariantState): ScalingWarning[] {
  if (config?.kind !== "tracking" || capacityPerMinute === null || config.target <= capacityPerMinute) return [];
  const perInstance =
    config.metric.kind === "predefined"
      ? config.metric.type === "SageMakerVariantInvocationsPerInstance"
      : config.metric.metricName === "InvocationsPerInstance";
  if (!perInstance) return [];
  return [
    warning(
      "target-too-high",
      `${config.name}: a target of ${formatNumber(config.target)} calls a minute is above the ${formatNumber(capacityPerMinute)} that one instance could answer at the latency of the last day. It would be overloaded before it scales out.`,
    ),
  ];
}

function metricMissing(
  { config, arn }: PolicyView,
  state: EndpointState | null,
  alarms: Known["alarms"],
): ScalingWarning[] {
  if (!config || !state || state.status === null) return [];
  const name = config.kind === "step" ? startedBy(config.alarm, arn, alarms) : metricName(config.metric);
  const modes = name === undefined ? null : emittedBy(name);
  if (!modes || modes.includes(state.mode)) return [];
  return [
    warning("metric-missing", `${config.name}: ${MODES[state.mode]} do not publish ${name}. The policy never acts.`),
  ];
}

/** Steps tell their metric by their alarm, which is another service's. */
function startedBy(alarm: StepConfig["alarm"], arn: string, alarms: Known["alarms"]): string | undefined {
  if (alarm) return alarm.metricName;
  return alarms?.byAction.get(arn)?.[0]?.metricName ?? undefined;
}

const MODES = {
  "real-time": "real-time endpoints",
  serverless: "serverless endpoints",
  async: "asynchronous endpoints",
} as const;

function metricName(metric: TrackedMetric): string | undefined {
  return metric.kind === "predefined" ? predefinedMetric(metric.type)?.metricName : metric.metricName;
}

function alarmMissing(policy: PolicyView, alarms: KnownAlarms): ScalingWarning[] {
  if (!alarms.byAction.has(policy.arn))
    return [warning("alarm-missing", `${policy.name}: no alarm starts it. Save the policy again.`)];
  const gone = policy.alarms.filter((name) => !alarms.byName.has(name));
  return gone.length === 0
    ? []
    : [warning("alarm-missing", `${policy.name}: the alarm ${gone.join(", ")} is gone. Save the policy again.`)];
}

/** Alarms whose policy is of a target that is not there any more. */
export function leftOverAlarms(
  alarms: readonly ScalingAlarmView[],
  policyArns: ReadonlySet<string>,
): ScalingAlarmView[] {
  return alarms.filter(({ actions }) => {
    const scaling = actions.filter((arn) => arn.includes(":scalingPolicy:"));
    return scaling.length > 0 && scaling.every((arn) => !policyArns.has(arn));
  });
}

function warning(kind: WarningKind, text: string): ScalingWarning {
  return { kind, text };
}
