export type Dimension = { Name: string; Value: string };

export type MetricDatum = {
  namespace: string;
  name: string;
  dimensions: Dimension[];
  value: number;
  /** How often the value was measured; 1 when left out. */
  count?: number;
  /** CloudWatch's unit name: `Count`, `Microseconds`, `Percent`, `None`. */
  unit: string;
  /** Epoch milliseconds. */
  at: number;
};

export type LogLine = { at: number; message: string };

/** Where containers and services leave metrics and log lines; CloudWatch and CloudWatch Logs read them back. */
export type Telemetry = {
  putMetric(region: string, datum: MetricDatum): void;
  /** Creates group and stream when missing. `at` is epoch milliseconds. */
  putLog(region: string, group: string, stream: string, events: LogLine[]): void;
};
