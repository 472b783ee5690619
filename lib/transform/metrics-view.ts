import type { MetricLine } from "@/lib/training/metrics-view";

export type TransformMetrics = {
  /** Percent, one group per metric, one line per instance; metrics without a point are left out. */
  instances: { metric: string; hosts: MetricLine[] }[];
  /** CloudWatch refused some of them to the console's role. */
  isForbidden: boolean;
  /** Instances beyond those that a chart can tell apart. */
  leftOut: number;
};
