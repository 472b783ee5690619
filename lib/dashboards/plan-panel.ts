import type { ChartRow } from "@/catalog/metrics/schema";
import { metricById } from "@/catalog/metrics/select";
import { type PlannedChart, type PlannedLine, planLines } from "@/lib/metrics/plan";

import type { Subject } from "./subjects";

const JOB_FREQUENCY_SECONDS = 60;

/**
 * What has to be asked for one panel. Of one endpoint every variant has its own line, as on its page; of several, each
 * line carries its endpoint's name, so that its variants can be put together.
 */
export function planPanel(chart: ChartRow, subjects: readonly Subject[], periodSeconds: number): PlannedChart {
  const isAlone = subjects.length === 1;
  return { chart, lines: subjects.flatMap((subject) => linesOf(chart, subject, isAlone, periodSeconds)) };
}

function linesOf(chart: ChartRow, subject: Subject, isAlone: boolean, periodSeconds: number): PlannedLine[] {
  if (subject.of !== "endpoints")
    return chart.lines.flatMap((line) => hostLines(line, subject, isAlone, periodSeconds));
  const { name, endpoint } = subject;
  const emitted = chart.lines.filter(({ metric }) => metricById(metric).modes.includes(endpoint.mode));
  return emitted.flatMap((line) =>
    planLines(line, {
      endpoint: name,
      variants: endpoint.variants.map((variant) => variant.name),
      periodSeconds,
      frequencySeconds: endpoint.metricFrequencySeconds,
    }).map((planned) => (isAlone ? planned : { ...planned, label: labelOf(name, chart, line.label) })),
  );
}

function labelOf(name: string, { lines }: ChartRow, label: string): string {
  return lines.length > 1 ? `${name}, ${label}` : name;
}

type Job = Exclude<Subject, { of: "endpoints" }>;

/** `job/algo-1` where there are several jobs, else `algo-1`. */
function hostLines(
  { metric, stat }: ChartRow["lines"][number],
  { name, hosts }: Job,
  isAlone: boolean,
  periodSeconds: number,
): PlannedLine[] {
  const row = metricById(metric);
  return hosts.map((host) => ({
    label: isAlone ? host.slice(name.length + 1) : host,
    stat,
    variant: null,
    frequencySeconds: JOB_FREQUENCY_SECONDS,
    queries: row.names.map((metricName) => ({
      namespace: row.namespace,
      metric: metricName,
      dimensions: { Host: host },
      stat: stat as PlannedLine["queries"][number]["stat"], // the catalogue's schema holds the same pattern
      periodSeconds,
    })),
  }));
}
