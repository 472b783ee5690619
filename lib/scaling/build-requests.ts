import type {
  DeregisterScalableTargetRequest,
  PutMetricAlarmRequest,
  PutStepScalingRequest,
  PutTargetTrackingRequest,
  RegisterScalableTargetRequest,
} from "./view";

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
): RegisterScalableTargetRequest {
  return { ...target(variant), MinCapacity: capacity.minCapacity, MaxCapacity: capacity.maxCapacity };
}

/** The DeregisterScalableTarget request: the variant keeps the instances that it has. */
export function deregisterTarget(variant: ScaledVariant): DeregisterScalableTargetRequest {
  return target(variant);
}

/** The PutScalingPolicy request of a policy that holds a metric at a target (sample notebooks 13 and 16). */
export function putTargetTracking(variant: ScaledVariant, wishes: TargetTrackingWishes): PutTargetTrackingRequest {
  const metric =
    wishes.metric === "invocations-per-instance"
      ? {
          PredefinedMetricSpecification: {
            PredefinedMetricType: "SageMakerVariantInvocationsPerInstance" as const,
          },
        }
      : {
          CustomizedMetricSpecification: {
            MetricName: "ApproximateBacklogSizePerInstance",
            Namespace: "AWS/SageMaker" as const,
            Dimensions: endpointDimension(variant),
            Statistic: "Average" as const,
          },
        };
  return {
    PolicyName: `Request-ScalingPolicy-${variant.endpointName}`,
    ...target(variant),
    PolicyType: "TargetTrackingScaling",
    TargetTrackingScalingPolicyConfiguration: {
      TargetValue: wishes.target,
      ...metric,
      ScaleInCooldown: wishes.scaleInCooldownSeconds,
      ScaleOutCooldown: wishes.scaleOutCooldownSeconds,
    },
  };
}

/**
 * The PutScalingPolicy request that adds the first instance of an asynchronous endpoint as soon as something waits:
 * target tracking waits for more than its target ("Autoscale an asynchronous endpoint", SageMaker guide).
 */
export function putWakePolicy(variant: ScaledVariant): PutStepScalingRequest {
  return {
    PolicyName: wakeName(variant),
    ...target(variant),
    PolicyType: "StepScaling",
    StepScalingPolicyConfiguration: {
      AdjustmentType: "ChangeInCapacity",
      MetricAggregationType: "Average",
      Cooldown: 300,
      StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }],
    },
  };
}

/** The PutMetricAlarm request that starts the policy above; `policyArn` is PutScalingPolicy's answer. */
export function putWakeAlarm(variant: ScaledVariant, policyArn: string): PutMetricAlarmRequest {
  return {
    AlarmName: wakeName(variant),
    MetricName: "HasBacklogWithoutCapacity",
    Namespace: "AWS/SageMaker",
    Statistic: "Average",
    Dimensions: endpointDimension(variant),
    Period: 60,
    EvaluationPeriods: 2,
    DatapointsToAlarm: 2,
    Threshold: 1,
    ComparisonOperator: "GreaterThanOrEqualToThreshold",
    TreatMissingData: "missing",
    AlarmActions: [policyArn],
  };
}

function target({ endpointName, variantName }: ScaledVariant) {
  return {
    ServiceNamespace: "sagemaker" as const,
    ResourceId: `endpoint/${endpointName}/variant/${variantName}`,
    ScalableDimension: "sagemaker:variant:DesiredInstanceCount" as const,
  };
}

function endpointDimension({ endpointName }: ScaledVariant) {
  return [{ Name: "EndpointName", Value: endpointName }];
}

function wakeName({ endpointName }: ScaledVariant): string {
  return `HasBacklogWithoutCapacity-ScalingPolicy-${endpointName}`;
}
