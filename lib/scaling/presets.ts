import type { EndpointMode } from "@/lib/endpoints/config-view";

import { CONCURRENCY, COPIES, INSTANCES, type ScalingDimension } from "./dimensions";
import type { StepAlarm, StepConfig, TrackingConfig } from "./policy-schema";
import type { ScheduledConfig } from "./schema";
import { BACKLOG_METRIC, COPIES_WAKE_METRIC, WAKE_METRIC } from "./tracked-metrics";

/** A new target-tracking policy with what its mode is usually scaled by; name and cooldowns as the sample notebooks have them. */
export function freshTracking(endpoint: string, mode: EndpointMode, dimension: ScalingDimension): TrackingConfig {
  const common = {
    kind: "tracking" as const,
    name: `Request-ScalingPolicy-${endpoint}`,
    scaleOutCooldownSeconds: 60,
    scaleInCooldownSeconds: 300,
    isScaleInDisabled: false,
  };
  if (dimension === CONCURRENCY) {
    return { ...common, metric: predefined("SageMakerVariantProvisionedConcurrencyUtilization"), target: 0.7 };
  }
  if (dimension === COPIES) {
    return { ...common, metric: predefined("SageMakerInferenceComponentInvocationsPerCopy"), target: 100 };
  }
  if (mode !== "async") return { ...common, metric: predefined("SageMakerVariantInvocationsPerInstance"), target: 100 };
  const metric = {
    kind: "customized" as const,
    namespace: "AWS/SageMaker",
    metricName: BACKLOG_METRIC,
    dimensions: [{ name: "EndpointName", value: endpoint }],
    statistic: "Average" as const,
    unit: null,
  };
  return { ...common, metric, target: 5, scaleOutCooldownSeconds: 300, scaleInCooldownSeconds: 600 };
}

/** Adds the first instance of an asynchronous endpoint as soon as something waits (SageMaker's guide, "Autoscale an asynchronous endpoint"). */
export function wakePolicy(endpoint: string): StepConfig & { alarm: StepAlarm } {
  const name = `${WAKE_METRIC}-ScalingPolicy-${endpoint}`;
  return {
    kind: "step",
    name,
    adjustment: "ChangeInCapacity",
    aggregation: "Average",
    cooldownSeconds: 300,
    minMagnitude: null,
    steps: [{ lower: 0, upper: null, adjustment: 1 }],
    alarm: {
      name,
      namespace: "AWS/SageMaker",
      metricName: WAKE_METRIC,
      dimensions: [{ name: "EndpointName", value: endpoint }],
      statistic: "Average",
      periodSeconds: 60,
      periods: 2,
      datapoints: 2,
      threshold: 1,
      comparison: "GreaterThanOrEqualToThreshold",
      missing: "missing",
      description: null,
    },
  };
}

/** Adds the first copies of a component as soon as a call finds none (SageMaker's guide, "Scale an endpoint to zero instances"). */
export function wakeCopiesPolicy(component: string): StepConfig {
  const name = `${COPIES_WAKE_METRIC}-ScalingPolicy-${component}`;
  return {
    kind: "step",
    name,
    adjustment: "ChangeInCapacity",
    aggregation: "Maximum",
    cooldownSeconds: 60,
    minMagnitude: null,
    steps: [{ lower: 0, upper: null, adjustment: 1 }],
    alarm: {
      name,
      namespace: "AWS/SageMaker",
      metricName: COPIES_WAKE_METRIC,
      dimensions: [{ name: "InferenceComponentName", value: component }],
      // Of one minute: the first call that fails wakes it.
      statistic: "Sum",
      periodSeconds: 60,
      periods: 1,
      datapoints: 1,
      threshold: 1,
      comparison: "GreaterThanOrEqualToThreshold",
      missing: "missing",
      description: null,
    },
  };
}

/** A new step policy: one more above the alarm's threshold, two more far above it. */
export function freshSteps(endpoint: string, variant: string, dimension: ScalingDimension = INSTANCES): StepConfig {
  const isCopies = dimension === COPIES;
  const name = `Step-ScalingPolicy-${isCopies ? variant : endpoint}`;
  return {
    kind: "step",
    name,
    adjustment: "ChangeInCapacity",
    aggregation: "Average",
    cooldownSeconds: 300,
    minMagnitude: null,
    steps: [
      { lower: 0, upper: 100, adjustment: 1 },
      { lower: 100, upper: null, adjustment: 2 },
    ],
    alarm: {
      name,
      namespace: "AWS/SageMaker",
      metricName: isCopies ? "InvocationsPerCopy" : "InvocationsPerInstance",
      dimensions: isCopies
        ? [{ name: "InferenceComponentName", value: variant }]
        : [
            { name: "EndpointName", value: endpoint },
            { name: "VariantName", value: variant },
          ],
      statistic: "Sum",
      periodSeconds: 60,
      periods: 3,
      datapoints: 3,
      threshold: 100,
      comparison: "GreaterThanThreshold",
      missing: "missing",
      description: null,
    },
  };
}

/** A new scheduled action: weekdays at eight in the person's own time zone. */
export function freshSchedule(name: string, min: number, timezone: string): ScheduledConfig {
  return { name, schedule: "cron(0 8 ? * MON-FRI *)", timezone, min, max: null, startAt: null, endAt: null };
}

function predefined(type: string) {
  return { kind: "predefined" as const, type };
}
