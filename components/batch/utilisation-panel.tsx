"use client";

import { useQuery } from "@tanstack/react-query";

import { TimeFigure } from "@/components/charts/time-figure";
import { useWorkspace } from "@/components/shell/workspace-context";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { alignLines } from "@/lib/charts/align-lines";
import { plural } from "@/lib/format/numbers";
import { FORBIDDEN } from "@/lib/metrics/view";
import { problemIn } from "@/lib/problem-in";
import { isUnderWay, type TransformJobDetail } from "@/lib/transform/job-view";
import { transformQueries } from "@/lib/transform/queries";

const TITLES: Record<string, string> = {
  CPUUtilization: "CPU",
  MemoryUtilization: "Memory",
  GPUUtilization: "GPU",
  GPUMemoryUtilization: "GPU memory",
};

/** How busy the job's instances were: whether a smaller one would have done, or a larger one is needed. */
export function UtilisationPanel({ job }: { job: TransformJobDetail }) {
  const { id } = useWorkspace();
  const metrics = useQuery(transformQueries.metrics(id, job));
  const { instances = [], leftOut = 0 } = metrics.data ?? {};
  return (
    <Panel
      title="Utilisation"
      description="Of each instance; CPU and GPU count 100% for each core and each GPU. SageMaker publishes no disk use of transform jobs."
    >
      {metrics.isError ? (
        <ErrorPanel
          title="The metrics could not be loaded"
          problem={problemIn(metrics.error)}
          onRetry={() => void metrics.refetch()}
        />
      ) : metrics.isPending ? (
        <Skeleton className="h-36" />
      ) : instances.length === 0 ? (
        <p className="text-muted">{nothingBecause(job, metrics.data.isForbidden)}</p>
      ) : (
        <div className="flex flex-col gap-5">
          {instances.map(({ metric, hosts }) => (
            <TimeFigure
              key={metric}
              title={TITLES[metric] ?? metric}
              chart={alignLines(hosts, "%")}
              fileName={`${job.name}-${metric}`}
            />
          ))}
          {leftOut > 0 ? <p className="text-sm text-muted">{plural(leftOut, "more instance")} not shown.</p> : null}
        </div>
      )}
    </Panel>
  );
}

function nothingBecause(job: TransformJobDetail, isForbidden: boolean): string {
  if (isForbidden) return FORBIDDEN;
  if (!job.startedAt) return "There are none before the job has begun.";
  if (isUnderWay(job.status)) return "No point yet. CloudWatch has one a minute, a minute or two after the fact.";
  return "CloudWatch has no points of it: it was too short, or too long ago.";
}
