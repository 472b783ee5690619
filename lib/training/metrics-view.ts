/** One line of a chart: a metric of the script, or how busy an instance was. A missing point is absent, never zero. */
export type MetricLine = { name: string; points: { at: string; value: number }[] };

export type TrainingMetrics = {
  /** What the metric definitions found in the log. */
  script: MetricLine[];
  /** Percent, one group per metric, one line per host. */
  instances: { metric: string; hosts: MetricLine[] }[];
  /** CloudWatch refused some of them to the console's role. */
  isForbidden: boolean;
  /** How far apart points are, seconds. */
  periodSeconds: number;
};
