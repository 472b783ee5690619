import type { FinalMetric, MetricDefinition } from "./training-job.ts";

export type MetricReader = {
  /** The values in a log line. */
  read(line: string): { name: string; value: number }[];
};

/** Finds metrics in log lines by the job's own expressions: the first group is the value, as CloudWatch takes it. */
export function createMetricReader(definitions: MetricDefinition[]): MetricReader {
  const patterns = definitions.flatMap(({ Name, Regex }) => {
    const pattern = compile(Regex);
    return pattern ? [{ name: Name, pattern }] : [];
  });
  return {
    read: (line) =>
      patterns.flatMap(({ name, pattern }) => {
        const found = pattern.exec(line)?.[1];
        const value = found === undefined || found.trim() === "" ? Number.NaN : Number(found);
        return Number.isFinite(value) ? [{ name, value }] : [];
      }),
  };
}

/** Expressions are written for Python; named groups are spelled differently there. */
function compile(regex: string): RegExp | null {
  try {
    return new RegExp(regex.replaceAll("(?P<", "(?<"));
  } catch {
    return null;
  }
}

/** The newest value of each metric: FinalMetricDataList. */
export function withMetric(finals: FinalMetric[], metric: FinalMetric): FinalMetric[] {
  return [...finals.filter(({ name }) => name !== metric.name), metric];
}
