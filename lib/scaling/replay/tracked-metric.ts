import { INVOCATIONS } from "./run";

/** A metric that a policy follows, as it is asked for and as the replay divides it. */
export type ReplayMetric = {
  key: string;
  namespace: string;
  metric: string;
  dimensions: Record<string, string>;
  stat: "Sum" | "Average" | "Minimum" | "Maximum" | "SampleCount";
  /**
   * `total`: the load of all instances, shared by those that run; `per-instance`: times the instances that were it is that
   * load; `as-is`: the number of instances does not change it.
   */
  reading: "total" | "per-instance" | "as-is";
};

/** Endpoint and variant, as CloudWatch's dimensions name them. */
export type VariantDimensions = { EndpointName: string; VariantName: string };

/** The calls of a variant: always read, to draw the traffic. */
export function invocationsOf(dimensions: VariantDimensions): ReplayMetric {
  return {
    key: INVOCATIONS,
    namespace: "AWS/SageMaker",
    metric: "Invocations",
    dimensions,
    stat: "Sum",
    reading: "total",
  };
}

/** A metric by its name in CloudWatch. How it depends on instances follows from the name: AWS says so nowhere. */
export function metricNamed({
  namespace,
  metric,
  dimensions,
  stat,
}: Omit<ReplayMetric, "key" | "reading">): ReplayMetric {
  const key = `${namespace} ${metric} ${stat} ${JSON.stringify(dimensions)}`;
  const isPerInstance = /PerInstance$|Utilization$|^ConcurrentRequestsPer/.test(metric);
  return { key, namespace, metric, dimensions, stat, reading: isPerInstance ? "per-instance" : "as-is" };
}
