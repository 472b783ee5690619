import "server-only";
import { describeScalingActivities } from "@/lib/aws/application-auto-scaling/activities";
import { describeScalingPolicies } from "@/lib/aws/application-auto-scaling/policies";
import { describeScalableTargets } from "@/lib/aws/application-auto-scaling/scalable-targets";
import { describeScheduledActions } from "@/lib/aws/application-auto-scaling/scheduled-actions";
import { describeScalingAlarmsNamed, type ScalingAlarm } from "@/lib/aws/cloudwatch/scaling-alarms";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { inPool } from "@/lib/endpoints/pool";
import { AppError } from "@/lib/errors";
import type { Workspace } from "@/lib/workspaces/view";

import { CONCURRENCY, COPIES, INSTANCES, type ScalingDimension } from "./dimensions";
import { readEndpointStates } from "./endpoint-states";
import type { EndpointScalingView, VariantScaling } from "./endpoint-view";
import { floorOf } from "./floor";
import type { PolicyConfig } from "./policy-schema";
import type { Part } from "./read-onward";
import type { EndpointState, VariantState } from "./review-view";
import {
  componentResource,
  type PolicyView,
  type ScheduledActionView,
  type TargetView,
  variantResource,
} from "./target-view";

const WIDTH = 3;

/** What scales the variants of an endpoint, and what it did. Throws `not-found`. */
export async function readEndpointScaling(workspace: Workspace, name: string): Promise<EndpointScalingView> {
  await describeEndpoint(workspace, name); // throws for one that is gone
  const [state] = await readEndpointStates(workspace, [name]);
  if (!state) throw new AppError("not-found", `Could not find endpoint "${name}".`);
  const variants = state.variants.map((variant): Scaled => {
    const dimension = state.mode === "serverless" ? CONCURRENCY : INSTANCES;
    return { variant, resourceId: variantResource(name, variant.name), dimension };
  });
  const copies = (state.components ?? []).map(
    (component): Scaled => ({
      variant: component,
      resourceId: componentResource(component.name),
      dimension: COPIES,
    }),
  );
  const all = [...copies, ...variants];
  const targets = await describeScalableTargets(workspace, {
    resourceIds: all.map(({ resourceId }) => resourceId),
    cursor: null,
  });
  const isTarget = ({ resourceId }: Scaled) => targets.items.some((target) => target.resourceId === resourceId);
  // SageMaker itself adds and removes the instances under components; a target on them is shown so that it can go.
  const shown = state.components ? [...copies, ...variants.filter(isTarget)] : variants;
  return {
    endpoint: name,
    mode: state.mode,
    hostsComponents: state.components !== null,
    variants: await inPool(shown, WIDTH, (scaled) => readScaled(workspace, state, scaled, targets.items)),
  };
}

/** A variant, or an inference component in the same shape: what is counted are its copies. */
type Scaled = { variant: VariantState; resourceId: string; dimension: ScalingDimension };

async function readScaled(
  workspace: Workspace,
  state: EndpointState,
  { variant, resourceId, dimension }: Scaled,
  targets: readonly TargetView[],
): Promise<VariantScaling> {
  const target = targets.find((each) => each.resourceId === resourceId && each.dimension === dimension) ?? null;
  const [policies, scheduled, activities] = await Promise.all([
    target ? allPages<PolicyView>((cursor) => describeScalingPolicies(workspace, { resourceId, cursor })) : [],
    target ? readSchedules(workspace, resourceId) : { items: [], problem: null },
    describeScalingActivities(workspace, { resourceId, cursor: null }),
  ]);
  const own = policies.filter((each) => each.dimension === dimension);
  const alarms = await describeScalingAlarmsNamed(workspace, [...new Set(own.flatMap((policy) => policy.alarms))]);
  const editable = own.flatMap((policy) => (policy.config ? [withAlarm(policy.config, policy.arn, alarms)] : []));
  return {
    variant: variant.name,
    resourceId,
    dimension,
    floor: floorOf(state.mode, dimension),
    state: variant,
    config: target && {
      min: target.min,
      max: target.max,
      suspended: target.suspended,
      policies: editable,
      scheduled: scheduled.items
        .filter((each) => each.dimension === dimension)
        .map(({ resourceId: _, dimension: __, ...action }) => action),
    },
    scheduledProblem: scheduled.problem,
    arns: Object.fromEntries(own.map(({ name, arn }) => [name, arn])),
    others: own.filter(({ config }) => config === null),
    alarms: alarms.map(({ editable: _, ...alarm }) => alarm),
    activities: activities.items.filter((each) => each.dimension === dimension),
  };
}

/** The editor holds one alarm of a step policy; several, or one that does more, are left as they are. */
function withAlarm(config: PolicyConfig, arn: string, alarms: readonly ScalingAlarm[]): PolicyConfig {
  if (config.kind !== "step") return config;
  const own = alarms.filter(({ actions }) => actions.includes(arn));
  return { ...config, alarm: own.length === 1 ? (own[0]?.editable ?? null) : null };
}

/** Where scheduled actions may not be read, the rest is still worth showing. */
async function readSchedules(
  workspace: Workspace,
  resourceId: string,
): Promise<{ items: ScheduledActionView[]; problem: string | null }> {
  try {
    const items = await allPages<ScheduledActionView>((cursor) =>
      describeScheduledActions(workspace, { resourceId, cursor }),
    );
    return { items, problem: null };
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    return { items: [], problem: cause.message };
  }
}

async function allPages<T>(readPage: (cursor: string | null) => Promise<Part<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Part<T> = await readPage(cursor);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}
