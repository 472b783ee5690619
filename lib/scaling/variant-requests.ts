import { INSTANCES } from "./dimensions";
import type { ScalingTarget } from "./plan-change";
import { freshTracking, wakePolicy } from "./presets";
import type {
  DeregisterTargetRequest,
  PutAlarmRequest,
  PutScalingPolicyRequest,
  RegisterTargetRequest,
} from "./requests";
import { address, alarmRequest, policyRequest, registerRequest } from "./to-requests";

/** A variant whose instance count changes by itself. */
export type ScaledVariant = { endpointName: string; variantName: string };

/** What a target-tracking policy holds at its target, per instance. */
export type ScalingMetric = "invocations-per-instance" | "backlog-per-instance";

export type TargetTrackingWishes = {
  metric: ScalingMetric;
  /** Calls per minute, or requests that wait, for each instance. */
  target: number;
  scaleInCooldownSeconds: number;
  scaleOutCooldownSeconds: number;
};

/** The RegisterScalableTarget request: how few and how many instances a variant may have. */
export function registerTarget(
  variant: ScaledVariant,
  capacity: { minCapacity: number; maxCapacity: number },
): RegisterTargetRequest {
  return registerRequest(target(variant), { min: capacity.minCapacity, max: capacity.maxCapacity }, null);
}

/** The DeregisterScalableTarget request: the variant keeps the instances that it has. */
export function deregisterTarget(variant: ScaledVariant): DeregisterTargetRequest {
  return address(target(variant));
}

/** The PutScalingPolicy request of a policy that holds a metric at a target (sample notebooks 13 and 16). */
export function putTargetTracking(
  variant: ScaledVariant,
  { metric, ...wishes }: TargetTrackingWishes,
): PutScalingPolicyRequest {
  const mode = metric === "backlog-per-instance" ? "async" : "real-time";
  return policyRequest(target(variant), { ...freshTracking(variant.endpointName, mode, INSTANCES), ...wishes });
}

/** The PutScalingPolicy request that adds the first instance of an asynchronous endpoint as soon as something waits. */
export function putWakePolicy(variant: ScaledVariant): PutScalingPolicyRequest {
  return policyRequest(target(variant), wakePolicy(variant.endpointName));
}

/** The PutMetricAlarm request that starts the policy above; `policyArn` is PutScalingPolicy's answer. */
export function putWakeAlarm({ endpointName }: ScaledVariant, policyArn: string): PutAlarmRequest {
  return alarmRequest(wakePolicy(endpointName).alarm, policyArn);
}

function target({ endpointName, variantName }: ScaledVariant): ScalingTarget {
  return { resourceId: `endpoint/${endpointName}/variant/${variantName}`, dimension: INSTANCES };
}
