import { randomUUID } from "node:crypto";
import { LOW_SHARE, MINUTES_ABOVE, MINUTES_BELOW } from "@/lib/scaling/engine/tracking.ts";
import type { EmulatorContext } from "../../context.ts";
import {
  type Alarm,
  type AlarmDefinition,
  deleteAlarm,
  listAlarms,
  newAlarm,
  saveAlarm,
} from "../cloudwatch/alarms/alarm-store.ts";
import { alarmsOf, type ScalingPolicy, TRACKING_PREFIX } from "./scaling-policy.ts";

/** The members of a TargetTrackingScalingPolicyConfiguration that say what is tracked. */
export type Tracking = {
  TargetValue: number;
  DisableScaleIn?: boolean;
  PredefinedMetricSpecification?: { PredefinedMetricType: string };
  CustomizedMetricSpecification?: Pick<
    AlarmDefinition,
    "Namespace" | "MetricName" | "Dimensions" | "Unit" | "Metrics"
  > & {
    Statistic?: string;
  };
};

/** The metrics behind AWS's names for them (SageMaker's guide, "Define a scaling policy"). */
const PREDEFINED: Record<string, { MetricName: string; Statistic: string }> = {
  SageMakerVariantInvocationsPerInstance: { MetricName: "InvocationsPerInstance", Statistic: "Sum" },
  SageMakerVariantConcurrentRequestsPerModelHighResolution: {
    MetricName: "ConcurrentRequestsPerModel",
    Statistic: "Maximum",
  },
  SageMakerVariantProvisionedConcurrencyUtilization: {
    MetricName: "ServerlessProvisionedConcurrencyUtilization",
    Statistic: "Average",
  },
  SageMakerInferenceComponentInvocationsPerCopy: { MetricName: "InvocationsPerCopy", Statistic: "Sum" },
  SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution: {
    MetricName: "ConcurrentRequestsPerCopy",
    Statistic: "Maximum",
  },
};

/** Seconds of a high-resolution metric's readings; fewer instances or copies come by minutes all the same. */
export const QUICK_SECONDS = 10;

/** Whether more capacity comes by readings of ten seconds (SageMaker's guide, on high-resolution metrics). */
export function isHighResolution(policy: ScalingPolicy): boolean {
  const { PredefinedMetricSpecification: known } = (policy.tracking ?? {}) as Tracking;
  return known?.PredefinedMetricType.endsWith("HighResolution") ?? false;
}

/** What a target-tracking policy looks at, in the words of an alarm. */
export function trackedMetric(policy: ScalingPolicy): AlarmDefinition {
  const { PredefinedMetricSpecification: known, CustomizedMetricSpecification: own } = policy.tracking as Tracking;
  const base = { AlarmName: "", Period: 60 };
  if (own) {
    const { Metrics, Statistic, ...rest } = own;
    return Metrics ? { AlarmName: "", Metrics } : { ...base, ...rest, Statistic: Statistic ?? "Average" };
  }
  return {
    ...base,
    Namespace: "AWS/SageMaker",
    Dimensions: dimensionsOf(policy.resourceId),
    ...PREDEFINED[known?.PredefinedMetricType ?? ""],
  };
}

function dimensionsOf(resourceId: string): { Name: string; Value: string }[] {
  const [kind, name = "", , variant = ""] = resourceId.split("/");
  if (kind === "inference-component") return [{ Name: "InferenceComponentName", Value: name }];
  return [
    { Name: "EndpointName", Value: name },
    { Name: "VariantName", Value: variant },
  ];
}

/** Makes the two alarms of a target-tracking policy, or makes them anew when it has changed. */
export function putTrackingAlarms({ records, clock }: EmulatorContext, region: string, policy: ScalingPolicy): void {
  for (const { name } of alarmsOf(listAlarms(records, region), policy)) {
    if (name.startsWith(TRACKING_PREFIX)) deleteAlarm(records, region, name);
  }
  const { TargetValue, DisableScaleIn } = policy.tracking as Tracking;
  const isQuick = isHighResolution(policy);
  const make = (kind: "AlarmHigh" | "AlarmLow", threshold: number, periods: number) => {
    const definition: AlarmDefinition = {
      ...trackedMetric(policy),
      ...(isQuick && kind === "AlarmHigh" && { Period: QUICK_SECONDS }),
      AlarmName: `${TRACKING_PREFIX}${policy.resourceId}-${kind}-${randomUUID()}`,
      ComparisonOperator: kind === "AlarmHigh" ? "GreaterThanThreshold" : "LessThanThreshold",
      Threshold: threshold,
      EvaluationPeriods: periods,
      AlarmActions: [policy.arn],
    };
    saveAlarm(records, region, newAlarm(region, definition, clock.now()));
  };
  make("AlarmHigh", TargetValue, MINUTES_ABOVE);
  if (!DisableScaleIn) make("AlarmLow", TargetValue * LOW_SHARE, MINUTES_BELOW);
}

/** A policy's alarms as PutScalingPolicy and DescribeScalingPolicies tell them. */
export function describePolicyAlarms(alarms: readonly Alarm[], policy: ScalingPolicy) {
  return alarmsOf(alarms, policy).map(({ name, arn }) => ({ AlarmName: name, AlarmARN: arn }));
}
