"use client";

import { useQuery } from "@tanstack/react-query";

import { TimeFigure } from "@/components/charts/time-figure";
import { useWorkspace } from "@/components/shell/workspace-context";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { alignLines } from "@/lib/charts/align-lines";
import { formatMeasure } from "@/lib/format/numbers";
import { FORBIDDEN } from "@/lib/metrics/view";
import { problemIn } from "@/lib/problem-in";
import { isUnderWay, type TrainingJobDetail } from "@/lib/training/job-view";
import { trainingQueries } from "@/lib/training/queries";

/** Final values, and every metric over time as CloudWatch has it. */
export function MetricsPanel({ job }: { job: TrainingJobDetail }) {
  const { id } = useWorkspace();
  const metrics = useQuery(trainingQueries.metrics(id, job));
  const script = metrics.data?.script.filter(({ points }) => points.length > 0) ?? [];
  const instances = metrics.data?.instances ?? [];
  return (
    <Panel title="Metrics">
      <div className="flex flex-col gap-5">
        {job.finalMetrics.length > 0 ? <FinalMetrics job={job} /> : null}
        {metrics.isError ? (
          <ErrorPanel
            title="The metrics could not be loaded"
            problem={problemIn(metrics.error)}
            onRetry={() => void metrics.refetch()}
          />
        ) : metrics.isPending ? (
          <Skeleton className="h-36" />
        ) : script.length + instances.length === 0 ? (
          <p className="text-muted">{noScriptBecause(job, metrics.data.isForbidden)}</p>
        ) : (
          <>
            {script.length === 0 ? (
              <p className="text-muted">{noScriptBecause(job, metrics.data.isForbidden)}</p>
            ) : null}
            {script.map((line) => (
              <TimeFigure
                key={line.name}
                title={line.name}
                chart={alignLines([line])}
                fileName={`${job.name}-${line.name.replace(/[^\w.-]+/g, "-")}`}
              />
            ))}
            {instances.length === 0 ? (
              <p className="text-muted">
                {metrics.data.isForbidden
                  ? FORBIDDEN
                  : "No instance has reported how busy it was: it does once a minute."}
              </p>
            ) : null}
            {instances.map(({ metric, hosts }) => (
              <TimeFigure
                key={metric}
                title={metric}
                chart={alignLines(hosts, "%")}
                fileName={`${job.name}-${metric}`}
              />
            ))}
          </>
        )}
      </div>
    </Panel>
  );
}

function FinalMetrics({ job }: { job: TrainingJobDetail }) {
  return (
    <dl aria-label="Final metrics" className="flex flex-wrap gap-x-8 gap-y-3">
      {job.finalMetrics.map(({ name, value }) => (
        <div key={name} className="min-w-0">
          <dt className="text-sm break-words text-muted">
            {name} <span className="sr-only">{isUnderWay(job.status) ? "newest value" : "final value"}</span>
          </dt>
          <dd className="text-lg font-semibold tabular-nums">{formatMeasure(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function noScriptBecause(job: TrainingJobDetail, isForbidden: boolean): string {
  if (isForbidden) return FORBIDDEN;
  if (!job.startedAt) return "There are none before the job has begun.";
  if (job.metricDefinitions.length === 0)
    return "The job was given no metric definitions, so nothing is read from its log.";
  if (isUnderWay(job.status)) return "No point yet. CloudWatch shows them a minute or two after they were logged.";
  return "No line of its log matched its metric definitions.";
}
