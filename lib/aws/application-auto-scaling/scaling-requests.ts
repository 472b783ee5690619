import "server-only";
import {
  paginateDescribeScalableTargets,
  paginateDescribeScalingPolicies,
  paginateDescribeScheduledActions,
  type ScalableTarget,
  type ScalingPolicy,
  type ScheduledAction,
} from "@aws-sdk/client-application-auto-scaling";

import type { AwsCall } from "@/lib/specification/view";

import { type AwsTarget, autoScalingClient } from "../client";
import { toAppError } from "../errors";

const NAMESPACE = { ServiceNamespace: "sagemaker" } as const;

/** A policy's call, with the ARN that alarms name it by. */
export type PolicyRequest = AwsCall & { arn: string };
export type ScalingRequests = { targets: AwsCall[]; policies: PolicyRequest[]; schedules: AwsCall[] };

/** How many resources one call may ask for (ResourceIds of DescribeScalableTargets). */
const MOST_IDS = 50;

/** The calls that would make all that scales these resources: `endpoint/NAME/variant/VARIANT`, `inference-component/NAME`. */
export async function scalingRequests(target: AwsTarget, resourceIds: readonly string[]): Promise<ScalingRequests> {
  const client = autoScalingClient(target);
  const targets: AwsCall[] = [];
  const policies: PolicyRequest[] = [];
  const schedules: AwsCall[] = [];
  try {
    // Never without ids: AWS would answer with all.
    for (let start = 0; start < resourceIds.length; start += MOST_IDS) {
      const input = { ...NAMESPACE, ResourceIds: resourceIds.slice(start, start + MOST_IDS) };
      for await (const page of paginateDescribeScalableTargets({ client }, input))
        targets.push(...(page.ScalableTargets ?? []).map(toTarget));
    }
    // These take one resource a call.
    const scaled = new Set(targets.map(({ input }) => input.ResourceId));
    for (const ResourceId of resourceIds.filter((id) => scaled.has(id))) {
      const input = { ...NAMESPACE, ResourceId };
      for await (const page of paginateDescribeScalingPolicies({ client }, input))
        policies.push(...(page.ScalingPolicies ?? []).map(toPolicy));
      for await (const page of paginateDescribeScheduledActions({ client }, input))
        schedules.push(...(page.ScheduledActions ?? []).map(toSchedule));
    }
    return { targets, policies, schedules };
  } catch (cause) {
    throw toAppError(cause);
  }
}

function toTarget({
  ResourceId,
  ScalableDimension,
  MinCapacity,
  MaxCapacity,
  SuspendedState,
}: ScalableTarget): AwsCall {
  const suspended = Object.values(SuspendedState ?? {}).includes(true);
  return call("RegisterScalableTarget", {
    ...NAMESPACE,
    ResourceId,
    ScalableDimension,
    MinCapacity,
    MaxCapacity,
    SuspendedState: suspended ? SuspendedState : undefined,
  });
}

function toPolicy({ Alarms: _, CreationTime: __, PolicyARN, ...policy }: ScalingPolicy): PolicyRequest {
  return { ...call("PutScalingPolicy", policy), arn: PolicyARN ?? "" };
}

function toSchedule({
  CreationTime: _,
  ScheduledActionARN: __,
  StartTime,
  EndTime,
  ...action
}: ScheduledAction): AwsCall {
  // As text: a specification is kept and compared as JSON.
  return call("PutScheduledAction", {
    ...action,
    StartTime: StartTime?.toISOString(),
    EndTime: EndTime?.toISOString(),
  });
}

function call(operation: string, members: object): AwsCall {
  const input = Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
  return { service: "application-autoscaling", operation, input };
}
