import type { EndpointMode } from "@/lib/endpoints/config-view";

import { CONCURRENCY, COPIES, INSTANCES, type ScalingDimension } from "./dimensions";
import type { PolicyConfig } from "./policy-schema";

/** A metric that Application Auto Scaling has a name for (SageMaker's guide, "Define a scaling policy"). */
export type PredefinedMetric = {
  type: string;
  label: string;
  /** What a target of one means. */
  unit: string;
  dimension: ScalingDimension;
  /** The metric behind it in CloudWatch. */
  metricName: string;
  statistic: "Sum" | "Average" | "Maximum";
  /** Kinds of endpoints that publish it. */
  modes: readonly EndpointMode[];
  isHighResolution: boolean;
  help: string;
};

export const PREDEFINED_METRICS: readonly PredefinedMetric[] = [
  {
    type: "SageMakerVariantInvocationsPerInstance",
    label: "Invocations per instance",
    unit: "calls a minute for each instance",
    dimension: INSTANCES,
    metricName: "InvocationsPerInstance",
    statistic: "Sum",
    modes: ["real-time"],
    isHighResolution: false,
    help: "Calls that each instance answers in a minute. The usual choice.",
  },
  {
    type: "SageMakerVariantConcurrentRequestsPerModelHighResolution",
    label: "Concurrent requests per model, every 10 seconds",
    unit: "requests at once for each model",
    dimension: INSTANCES,
    metricName: "ConcurrentRequestsPerModel",
    statistic: "Maximum",
    modes: ["real-time"],
    isHighResolution: true,
    help: "Requests under way, those that wait included. Adds instances within seconds; suits language models, whose calls take long.",
  },
  {
    type: "SageMakerVariantProvisionedConcurrencyUtilization",
    label: "Use of provisioned concurrency",
    unit: "share of the provisioned environments in use, 0 to 1",
    dimension: CONCURRENCY,
    metricName: "ServerlessProvisionedConcurrencyUtilization",
    statistic: "Maximum",
    modes: ["serverless"],
    isHighResolution: false,
    help: "Which share of the provisioned environments is in use. 0.7 leaves room for a rise.",
  },
  {
    type: "SageMakerInferenceComponentInvocationsPerCopy",
    label: "Invocations per copy",
    unit: "calls a minute for each copy",
    dimension: COPIES,
    metricName: "InvocationsPerCopy",
    statistic: "Sum",
    modes: ["real-time"],
    isHighResolution: false,
    help: "Calls that each copy of the component answers in a minute.",
  },
  {
    type: "SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution",
    label: "Concurrent requests per copy, every 10 seconds",
    unit: "requests at once for each copy",
    dimension: COPIES,
    metricName: "ConcurrentRequestsPerCopy",
    statistic: "Maximum",
    modes: ["real-time"],
    isHighResolution: true,
    help: "Requests under way in each copy. Adds copies within seconds.",
  },
];

/** What a predefined type stands for; undefined for one of another service or a newer one. */
export function predefinedMetric(type: string): PredefinedMetric | undefined {
  return PREDEFINED_METRICS.find((metric) => metric.type === type);
}

/** The metric of what waits for each instance of an asynchronous endpoint; a customised one, AWS has no type for it. */
export const BACKLOG_METRIC = "ApproximateBacklogSizePerInstance";
/** One while requests wait and no instance is there. */
export const WAKE_METRIC = "HasBacklogWithoutCapacity";
/** Calls of a minute that found no copy of an inference component. */
export const COPIES_WAKE_METRIC = "NoCapacityInvocationFailures";

/** True for a policy that leaves zero: it is started by what is asked for while nothing is there. */
export function isWaking(policy: PolicyConfig): boolean {
  if (policy.kind !== "step") return false;
  return policy.alarm?.metricName === WAKE_METRIC || policy.alarm?.metricName === COPIES_WAKE_METRIC;
}
