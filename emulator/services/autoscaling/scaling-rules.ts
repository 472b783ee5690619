import type { Policy, Reading, ScalingRules } from "@/lib/scaling/engine/policy.ts";
import type { EmulatorContext } from "../../context.ts";
import type { Alarm, AlarmDefinition } from "../cloudwatch/alarms/alarm-store.ts";
import { readPeriod } from "../cloudwatch/alarms/evaluate-alarm.ts";
import { isHighResolution, QUICK_SECONDS, trackedMetric } from "./policy-alarms.ts";
import type { ScalableTarget } from "./scalable-target.ts";
import { alarmsOf, type ScalingPolicy } from "./scaling-policy.ts";

const DEFAULT_COOLDOWN_SECONDS = 300;
const MINUTE = 60_000;

/** A target's rules for the engine, and how each metric of theirs is read. */
export type TargetRules = {
  rules: ScalingRules;
  read(metric: string, minute: number): Reading;
  /** The ten seconds that ended at a time (epoch milliseconds), of a high-resolution metric. */
  readQuick(metric: string, end: number): Reading;
};

/** The rules of a target as they are kept now. */
export function readRules(
  context: EmulatorContext,
  region: string,
  target: ScalableTarget,
  kept: { policies: readonly ScalingPolicy[]; alarms: readonly Alarm[] },
): TargetRules {
  const metrics = new Map<string, AlarmDefinition>();
  const policies = kept.policies
    .filter(({ resourceId, dimension }) => resourceId === target.resourceId && dimension === target.dimension)
    .flatMap((policy) => {
      const own = alarmsOf(kept.alarms, policy);
      const acting = own.filter(({ definition }) => definition.ActionsEnabled !== false);
      // Whoever disables the actions of its alarms lets a policy rest.
      if (policy.tracking) return own.length > 0 && acting.length === 0 ? [] : [trackingPolicy(policy, metrics)];
      return stepPolicies(acting, policy, metrics);
    });
  return {
    rules: {
      min: target.minCapacity,
      max: target.maxCapacity,
      policies,
      isOutSuspended: target.suspended.DynamicScalingOutSuspended ?? false,
      isInSuspended: target.suspended.DynamicScalingInSuspended ?? false,
    },
    read: (metric, minute) => {
      const definition = metrics.get(metric);
      return definition ? readPeriod(context, region, definition, (minute + 1) * MINUTE) : null;
    },
    readQuick: (metric, end) => {
      const definition = metrics.get(metric);
      return definition ? readPeriod(context, region, { ...definition, Period: QUICK_SECONDS }, end) : null;
    },
  };
}

function trackingPolicy(policy: ScalingPolicy, metrics: Map<string, AlarmDefinition>): Policy {
  const { TargetValue, ScaleOutCooldown, ScaleInCooldown, DisableScaleIn } = policy.tracking as {
    TargetValue: number;
    ScaleOutCooldown?: number;
    ScaleInCooldown?: number;
    DisableScaleIn?: boolean;
  };
  metrics.set(policy.arn, trackedMetric(policy));
  return {
    kind: "target-tracking",
    name: policy.name,
    metric: policy.arn,
    target: TargetValue,
    scaleOutCooldownMinutes: (ScaleOutCooldown ?? DEFAULT_COOLDOWN_SECONDS) / 60,
    scaleInCooldownMinutes: (ScaleInCooldown ?? DEFAULT_COOLDOWN_SECONDS) / 60,
    isScaleInDisabled: DisableScaleIn ?? false,
    isHighResolution: isHighResolution(policy),
  };
}

/** A step policy acts on each of these alarms, whose action it is. */
function stepPolicies(
  alarms: readonly Alarm[],
  policy: ScalingPolicy,
  metrics: Map<string, AlarmDefinition>,
): Policy[] {
  const {
    AdjustmentType,
    StepAdjustments = [],
    Cooldown,
    MinAdjustmentMagnitude,
  } = policy.steps as {
    AdjustmentType: "ChangeInCapacity" | "ExactCapacity" | "PercentChangeInCapacity";
    StepAdjustments?: {
      MetricIntervalLowerBound?: number;
      MetricIntervalUpperBound?: number;
      ScalingAdjustment: number;
    }[];
    Cooldown?: number;
    MinAdjustmentMagnitude?: number;
  };
  return alarms.map(({ name, definition }): Policy => {
    metrics.set(name, definition);
    const periods = definition.EvaluationPeriods ?? 1;
    return {
      kind: "step",
      name: policy.name,
      alarm: {
        metric: name,
        comparison: definition.ComparisonOperator as "GreaterThanThreshold",
        threshold: definition.Threshold ?? 0,
        periods,
        datapoints: definition.DatapointsToAlarm ?? periods,
        missing: (definition.TreatMissingData ?? "missing") as "missing",
      },
      adjustment: AdjustmentType,
      steps: StepAdjustments.map((step) => ({
        lower: step.MetricIntervalLowerBound ?? null,
        upper: step.MetricIntervalUpperBound ?? null,
        adjustment: step.ScalingAdjustment,
      })),
      cooldownMinutes: (Cooldown ?? DEFAULT_COOLDOWN_SECONDS) / 60,
      minMagnitude: MinAdjustmentMagnitude ?? 0,
    };
  });
}
