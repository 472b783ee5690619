import { isTransitional } from "@/lib/endpoints/view";

import { INSTANCES } from "./dimensions";
import { groupBy } from "./group-by";
import { policyWords, scheduleWords, suspendedWords } from "./policy-words";
import type { EndpointQuota, EndpointState, ReviewList, ReviewLists } from "./review-view";
import { type ActivityView, partsOf, type TargetView, targetKey } from "./target-view";
import { capacityOf, indexAlarms, leftOverAlarms, type ScalingWarning, scaledState, warningsOf } from "./warnings";

/** A row of the review: a scalable target, an endpoint that has none, or an alarm whose target is gone. */
export type ReviewRow = {
  id: string;
  kind: "target" | "unscaled" | "alarm";
  endpoint: string | null;
  /** Of the endpoint, or the inference component's name. */
  part: string;
  dimension: string;
  target: TargetView | null;
  current: number | null;
  desired: number | null;
  /** Null: not read yet. */
  policies: string[] | null;
  schedules: string[] | null;
  suspended: string | null;
  lastActivity: ActivityView | null;
  warnings: ScalingWarning[];
};

/** What has been read so far of each list; `isWhole`: nothing is missing. */
export type Loaded = { [L in ReviewList]: { items: readonly ReviewLists[L][]; isWhole: boolean } };

/** The rows of the review, targets first in AWS's order. */
export function toReviewRows(loaded: Loaded, states: ReadonlyMap<string, EndpointState>, nowMs: number): ReviewRow[] {
  const policies = groupBy(loaded.policies.items, targetKey);
  const schedules = groupBy(loaded.schedules.items, targetKey);
  const activities = groupBy(loaded.activities.items, targetKey);
  const alarms = loaded.alarms.isWhole ? indexAlarms(loaded.alarms.items) : null;
  const quotas = quotaUse(loaded, states);
  const places = new Map(loaded.components.items.map(({ name, endpoint }) => [name, endpoint]));
  const targets = loaded.targets.items.map((target): ReviewRow => {
    const { endpoint: named, variant, name } = partsOf(target.resourceId);
    const endpoint = named ?? places.get(name) ?? null;
    const state = endpoint ? (states.get(endpoint) ?? null) : null;
    const variantState = state && scaledState(state, target.resourceId);
    const key = targetKey(target);
    const ownPolicies = policies.get(key) ?? (loaded.policies.isWhole ? [] : null);
    const ownSchedules = schedules.get(key) ?? (loaded.schedules.isWhole ? [] : null);
    const ownActivities = activities.get(key) ?? [];
    return {
      id: key,
      kind: "target",
      endpoint,
      part: variant ?? name,
      dimension: target.dimension,
      target,
      ...capacityOf(target.dimension, variantState),
      policies: ownPolicies?.map((policy) => policyWords(policy, loaded.alarms.items)) ?? null,
      schedules: ownSchedules?.map(scheduleWords) ?? null,
      suspended: suspendedWords(target.suspended),
      lastActivity: ownActivities[0] ?? null,
      warnings: warningsOf({
        target,
        policies: ownPolicies,
        scheduledCount: ownSchedules?.length ?? null,
        alarms: loaded.policies.isWhole ? alarms : null,
        activities: ownActivities,
        state,
        quota: quotas.get(variantState?.instanceType ?? "") ?? null,
        nowMs,
      }),
    };
  });
  return [...targets, ...unscaled(loaded, states, places), ...leftAlarms(loaded)];
}

/** Endpoints without any target; serverless ones scale by themselves. Needs all targets, else it would accuse wrongly. */
function unscaled(
  { targets, endpoints }: Loaded,
  states: ReadonlyMap<string, EndpointState>,
  places: ReadonlyMap<string, string>,
): ReviewRow[] {
  if (!targets.isWhole) return [];
  const scaled = new Set(
    targets.items.map(({ resourceId }) => {
      const { endpoint, name } = partsOf(resourceId);
      return endpoint ?? places.get(name);
    }),
  );
  const bare = endpoints.items.filter(
    ({ name, status }) => !scaled.has(name) && status !== "Failed" && status !== "Deleting",
  );
  return bare.flatMap(({ name, status }) => {
    const state = states.get(name) ?? null;
    if (state?.mode === "serverless") return [];
    const [variant] = state?.variants ?? [];
    const text = isTransitional(status)
      ? "Nothing scales it (yet)."
      : state?.components
        ? "Nothing scales its components: each keeps its copies at any load."
        : "Nothing scales it: it runs the same number of instances at any load.";
    return [
      {
        ...NO_TARGET,
        id: `unscaled ${name}`,
        kind: "unscaled",
        endpoint: name,
        part: state && state.variants.length === 1 ? (variant?.name ?? "") : "",
        dimension: INSTANCES,
        ...capacityOf(INSTANCES, state?.variants.length === 1 ? (variant ?? null) : null),
        warnings: [{ kind: "no-target", text }],
      } satisfies ReviewRow,
    ];
  });
}

function leftAlarms({ alarms, policies }: Loaded): ReviewRow[] {
  if (!policies.isWhole || !alarms.isWhole) return [];
  const arns = new Set(policies.items.map(({ arn }) => arn));
  return leftOverAlarms(alarms.items, arns).map((alarm) => ({
    ...NO_TARGET,
    id: `alarm ${alarm.name}`,
    kind: "alarm",
    endpoint: null,
    part: alarm.name,
    dimension: INSTANCES,
    warnings: [
      { kind: "alarm-left", text: `The alarm ${alarm.name} starts a policy that is gone. It only costs: delete it.` },
    ],
  }));
}

const NO_TARGET = {
  target: null,
  current: null,
  desired: null,
  policies: [],
  schedules: [],
  suspended: null,
  lastActivity: null,
} satisfies Partial<ReviewRow>;

/** For each instance type whose variants have been looked at: what all maxima add up to, and the quota. */
function quotaUse({ targets, quotas }: Loaded, states: ReadonlyMap<string, EndpointState>) {
  const sums = new Map<string, number>();
  for (const { resourceId, dimension, max } of targets.items) {
    if (dimension !== INSTANCES) continue;
    const { endpoint, variant } = partsOf(resourceId);
    const type = states.get(endpoint ?? "")?.variants.find(({ name }) => name === variant)?.instanceType;
    if (type) sums.set(type, (sums.get(type) ?? 0) + max);
  }
  return new Map(
    quotas.items.flatMap(({ instanceType, limit }: EndpointQuota) => {
      const sum = sums.get(instanceType);
      return sum === undefined ? [] : [[instanceType, { instanceType, sum, limit }] as const];
    }),
  );
}
