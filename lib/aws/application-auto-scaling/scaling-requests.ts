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

/** The calls that would make all that scales these resources (`endpoint/NAME/variant/VARIANT`, at most 50). */
export async function scalingRequests(target: AwsTarget, resourceIds: readonly string[]): Promise<ScalingRequests> {
  if (resourceIds.length === 0) return { targets: [], policies: [], schedules: [] }; // without ids AWS answers with all
  const client = autoScalingClient(target);
  const targets: AwsCall[] = [];
  const policies: PolicyRequest[] = [];
  const schedules: AwsCall[] = [];
  try {
    for await (const page of paginateDescribeScalableTargets(
      { client },
      { ...NAMESPACE, ResourceIds: [...resourceIds] },
    ))
      targets.push(...(page.ScalableTargets ?? []).map(toTarget));
    // These take one resource a call.
    for (const ResourceId of targets.length > 0 ? resourceIds : []) {
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
