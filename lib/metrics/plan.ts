import type { ChartRow, MetricMode } from "@/catalog/metrics/schema";
import { chartsFor, chartsOfComponent, metricById } from "@/catalog/metrics/select";
import type { MetricQuery } from "@/lib/aws/cloudwatch/get-metric-data";

/** A line of a chart, with the queries that can fill it: the first that has data does. */
export type PlannedLine = {
  label: string;
  stat: string;
  variant: string | null;
  queries: MetricQuery[];
  /** How often each instance publishes. */
  frequencySeconds: number;
};
export type PlannedChart = { chart: ChartRow; lines: PlannedLine[] };

type Subject = {
  endpoint: string;
  variants: readonly string[];
  mode: MetricMode;
  periodSeconds: number;
  frequencySeconds: number;
};

/** What has to be asked for the dashboard of an endpoint, chart by chart. */
export function planDashboard(subject: Subject): { charts: PlannedChart[]; notEmitted: string[] } {
  const all = chartsFor(subject.mode);
  return {
    charts: all.flatMap(({ chart, isEmitted }) => (isEmitted ? [planChart(chart, subject)] : [])),
    notEmitted: all.flatMap(({ chart, isEmitted }) => (isEmitted ? [] : [chart.title])),
  };
}

function planChart(chart: ChartRow, subject: Subject): PlannedChart {
  return { chart, lines: chart.lines.flatMap((line) => planLines(line, subject)) };
}

/** A line of a chart for each variant of an endpoint; for the endpoint itself where the metric is of the whole. */
export function planLines(
  { metric, stat, label }: ChartRow["lines"][number],
  { endpoint, variants, periodSeconds, frequencySeconds }: Omit<Subject, "mode">,
): PlannedLine[] {
  const row = metricById(metric);
  const plan = (variant: string | null): PlannedLine => ({
    label,
    stat,
    variant,
    frequencySeconds,
    queries: row.names.map((name) => ({
      namespace: row.namespace,
      metric: name,
      dimensions: { EndpointName: endpoint, ...(variant === null ? {} : { VariantName: variant }) },
      stat: stat as MetricQuery["stat"], // the catalogue's schema holds the same pattern
      periodSeconds,
    })),
  });
  return row.dimensions === "endpoint" ? [plan(null)] : variants.map(plan);
}

/** What has to be asked for the dashboard of an inference component. */
export function planComponent(component: string, periodSeconds: number): PlannedChart[] {
  return chartsOfComponent().map((chart) => ({
    chart,
    lines: chart.lines.map(({ metric, stat, label }): PlannedLine => {
      const row = metricById(metric);
      const queries = row.names.map((name) => ({
        namespace: row.namespace,
        metric: name,
        dimensions: { InferenceComponentName: component },
        stat: stat as MetricQuery["stat"], // the catalogue's schema holds the same pattern
        periodSeconds,
      }));
      return { label, stat, variant: null, queries, frequencySeconds: 60 };
    }),
  }));
}
