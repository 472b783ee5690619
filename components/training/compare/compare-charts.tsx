"use client";

import { TimeFigure } from "@/components/charts/time-figure";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Panel } from "@/components/ui/panel";
import { alignLines } from "@/lib/charts/align-lines";
import type { TrainingComparison } from "@/lib/training/compare/view";
import { isUnderWay } from "@/lib/training/job-view";

/** Each metric's curves over each other, every job from its own start. */
export function CompareCharts({ comparison, onRetry }: { comparison: TrainingComparison; onRetry: () => void }) {
  const { jobs, metrics } = comparison;
  if (!metrics.ok) {
    return <ErrorPanel title="The metrics could not be loaded" problem={metrics.problem} onRetry={onRetry} />;
  }
  if (metrics.charts.length === 0) {
    return (
      <Panel title="Metrics over time">
        <p className="text-muted">{nothingBecause(jobs.flatMap(({ job }) => job ?? []))}</p>
      </Panel>
    );
  }
  return (
    <Panel title="Metrics over time" description="Every job begins at its own start.">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 lg:grid-cols-[repeat(2,minmax(0,1fr))]">
        {metrics.charts.map(({ metric, curves }) => (
          <TimeFigure
            key={metric}
            title={metric}
            zone="elapsed"
            chart={alignLines(curves.map(({ job, points }) => ({ name: job, points })))}
            fileName={`compared-${metric.replace(/[^\w.-]+/g, "-")}`}
          />
        ))}
      </div>
    </Panel>
  );
}

function nothingBecause(jobs: readonly { metricDefinitions: unknown[]; status: Parameters<typeof isUnderWay>[0] }[]) {
  if (jobs.every(({ metricDefinitions }) => metricDefinitions.length === 0))
    return "The jobs were given no metric definitions, so nothing is read from their logs.";
  if (jobs.some(({ status }) => isUnderWay(status)))
    return "No point yet. CloudWatch shows them a minute or two after they were logged.";
  return "No line of their logs matched their metric definitions, or CloudWatch no longer keeps the values.";
}
