import type { ScalingTarget } from "./plan-change";
import type { PolicyConfig, StepAlarm, StepConfig, TrackingConfig } from "./policy-schema";
import type {
  DeregisterTargetRequest,
  PutAlarmRequest,
  PutScalingPolicyRequest,
  PutScheduledActionRequest,
  RegisterTargetRequest,
} from "./requests";
import type { ScalingConfig, ScheduledConfig, Suspended } from "./schema";

/** RegisterScalableTarget: what is suspended is left out where it stays as it is. */
export function registerRequest(
  target: ScalingTarget,
  { min, max }: Pick<ScalingConfig, "min" | "max">,
  suspended: Suspended | null,
): RegisterTargetRequest {
  return {
    ...address(target),
    MinCapacity: min,
    MaxCapacity: max,
    ...(suspended
      ? {
          SuspendedState: {
            DynamicScalingInSuspended: suspended.scaleIn,
            DynamicScalingOutSuspended: suspended.scaleOut,
            ScheduledScalingSuspended: suspended.scheduled,
          },
        }
      : {}),
  };
}

/** What names a target in each request. */
export function address({ resourceId, dimension }: ScalingTarget): DeregisterTargetRequest {
  return { ServiceNamespace: "sagemaker", ResourceId: resourceId, ScalableDimension: dimension };
}

/** PutScalingPolicy of a policy as the editor holds it. */
export function policyRequest(target: ScalingTarget, config: PolicyConfig): PutScalingPolicyRequest {
  const id = { PolicyName: config.name, ...address(target) };
  return config.kind === "tracking"
    ? { ...id, PolicyType: "TargetTrackingScaling", TargetTrackingScalingPolicyConfiguration: tracking(config) }
    : { ...id, PolicyType: "StepScaling", StepScalingPolicyConfiguration: steps(config) };
}

function tracking({
  metric,
  target,
  scaleInCooldownSeconds,
  scaleOutCooldownSeconds,
  isScaleInDisabled,
}: TrackingConfig) {
  return {
    TargetValue: target,
    ...(metric.kind === "predefined"
      ? { PredefinedMetricSpecification: { PredefinedMetricType: metric.type } }
      : {
          CustomizedMetricSpecification: {
            MetricName: metric.metricName,
            Namespace: metric.namespace,
            ...(metric.dimensions.length > 0 ? { Dimensions: dimensions(metric.dimensions) } : {}),
            Statistic: metric.statistic,
            ...(metric.unit ? { Unit: metric.unit } : {}),
          },
        }),
    ...(scaleInCooldownSeconds === null ? {} : { ScaleInCooldown: scaleInCooldownSeconds }),
    ...(scaleOutCooldownSeconds === null ? {} : { ScaleOutCooldown: scaleOutCooldownSeconds }),
    ...(isScaleInDisabled ? { DisableScaleIn: true } : {}),
  };
}

function steps({ adjustment, aggregation, cooldownSeconds, minMagnitude, steps: adjustments }: StepConfig) {
  return {
    AdjustmentType: adjustment,
    MetricAggregationType: aggregation,
    ...(cooldownSeconds === null ? {} : { Cooldown: cooldownSeconds }),
    ...(minMagnitude === null || adjustment !== "PercentChangeInCapacity"
      ? {}
      : { MinAdjustmentMagnitude: minMagnitude }),
    StepAdjustments: adjustments.map(({ lower, upper, adjustment: amount }) => ({
      ...(lower === null ? {} : { MetricIntervalLowerBound: lower }),
      ...(upper === null ? {} : { MetricIntervalUpperBound: upper }),
      ScalingAdjustment: amount,
    })),
  };
}

/** PutMetricAlarm of a step policy's alarm; `action` is the policy's ARN. */
export function alarmRequest(alarm: StepAlarm, action: string): PutAlarmRequest {
  return {
    AlarmName: alarm.name,
    ...(alarm.description ? { AlarmDescription: alarm.description } : {}),
    Namespace: alarm.namespace,
    MetricName: alarm.metricName,
    Dimensions: dimensions(alarm.dimensions),
    Statistic: alarm.statistic,
    Period: alarm.periodSeconds,
    EvaluationPeriods: alarm.periods,
    DatapointsToAlarm: alarm.datapoints,
    Threshold: alarm.threshold,
    ComparisonOperator: alarm.comparison,
    TreatMissingData: alarm.missing,
    AlarmActions: [action],
  };
}

/** PutScheduledAction of a scheduled action. */
export function scheduledRequest(target: ScalingTarget, config: ScheduledConfig): PutScheduledActionRequest {
  const { name, schedule, timezone, min, max, startAt, endAt } = config;
  return {
    ...address(target),
    ScheduledActionName: name,
    Schedule: schedule,
    ...(timezone ? { Timezone: timezone } : {}),
    ...(startAt ? { StartTime: startAt } : {}),
    ...(endAt ? { EndTime: endAt } : {}),
    ScalableTargetAction: {
      ...(min === null ? {} : { MinCapacity: min }),
      ...(max === null ? {} : { MaxCapacity: max }),
    },
  };
}

function dimensions(pairs: readonly { name: string; value: string }[]) {
  return pairs.map(({ name, value }) => ({ Name: name, Value: value }));
}
