import "server-only";
import type {
  ScalingPolicy,
  StepScalingPolicyConfiguration,
  TargetTrackingScalingPolicyConfiguration,
} from "@aws-sdk/client-application-auto-scaling";

import { ADJUSTMENTS, type StepConfig, type TrackedMetric, type TrackingConfig } from "@/lib/scaling/policy-schema";
import type { PolicyView } from "@/lib/scaling/target-view";

type Read = Pick<PolicyView, "config" | "otherwise">;

/** A policy as the editor holds it, or why it cannot. The alarm of a step policy is CloudWatch's to tell. */
export function readConfig(policy: ScalingPolicy): Read {
  const name = policy.PolicyName ?? "";
  if (policy.TargetTrackingScalingPolicyConfiguration) {
    return readTracking(name, policy.TargetTrackingScalingPolicyConfiguration);
  }
  if (policy.StepScalingPolicyConfiguration) return readSteps(name, policy.StepScalingPolicyConfiguration);
  return { config: null, otherwise: `A policy of the type ${policy.PolicyType ?? "unknown"}.` };
}

function readTracking(name: string, config: TargetTrackingScalingPolicyConfiguration): Read {
  const metric = readMetric(config);
  if (!metric) return { config: null, otherwise: "It follows an expression over several metrics." };
  const tracking: TrackingConfig = {
    kind: "tracking",
    name,
    metric,
    target: config.TargetValue ?? 0,
    scaleOutCooldownSeconds: config.ScaleOutCooldown ?? null,
    scaleInCooldownSeconds: config.ScaleInCooldown ?? null,
    isScaleInDisabled: config.DisableScaleIn ?? false,
  };
  return { config: tracking, otherwise: null };
}

function readMetric({
  PredefinedMetricSpecification: known,
  CustomizedMetricSpecification: own,
}: TargetTrackingScalingPolicyConfiguration): TrackedMetric | null {
  if (known?.PredefinedMetricType) return { kind: "predefined", type: known.PredefinedMetricType };
  if (!own?.MetricName || own.Metrics) return null;
  return {
    kind: "customized",
    namespace: own.Namespace ?? "",
    metricName: own.MetricName,
    dimensions: (own.Dimensions ?? []).map(({ Name = "", Value = "" }) => ({ name: Name, value: Value })),
    statistic: own.Statistic ?? "Average",
    unit: own.Unit ?? null,
  };
}

function readSteps(name: string, config: StepScalingPolicyConfiguration): Read {
  const steps: StepConfig = {
    kind: "step",
    name,
    adjustment: ADJUSTMENTS.find((type) => type === config.AdjustmentType) ?? "ChangeInCapacity",
    aggregation: config.MetricAggregationType ?? "Average",
    cooldownSeconds: config.Cooldown ?? null,
    minMagnitude: config.MinAdjustmentMagnitude ?? null,
    steps: (config.StepAdjustments ?? []).map((step) => ({
      lower: step.MetricIntervalLowerBound ?? null,
      upper: step.MetricIntervalUpperBound ?? null,
      adjustment: step.ScalingAdjustment ?? 0,
    })),
    alarm: null,
  };
  return { config: steps, otherwise: null };
}
