"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";

import { LogLines } from "@/components/logs/log-lines";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Callout } from "@/components/ui/callout";
import { CopyButton } from "@/components/ui/copy-button";
import { logQueries } from "@/lib/logs/queries";
import type { LogSource } from "@/lib/logs/view";
import { workspacePath } from "@/lib/routes";
import { failureAdvice } from "@/lib/training/failure-advice";
import type { TrainingJobDetail } from "@/lib/training/job-view";

const LAST_LINES = 15;

/** Why a job failed: what it means, SageMaker's words in full, and the last lines of its log. */
export function FailurePanel({ job }: { job: TrainingJobDetail }) {
  const { id } = useWorkspace();
  const { meaning, remedy } = failureAdvice(job.failureReason);
  return (
    <Callout tone="danger" title={meaning}>
      <p>{remedy}</p>
      {job.failureReason ? (
        <div className="mt-2 flex items-start gap-1">
          <p className="min-w-0 font-mono text-sm break-words whitespace-pre-wrap text-foreground">
            {job.failureReason}
          </p>
          <CopyButton value={job.failureReason} label="Copy the reason" />
        </div>
      ) : null}
      <LastLines source={{ of: "training-jobs", name: job.name }} />
      <Link
        href={workspacePath(id, `/training/${encodeURIComponent(job.name)}?tab=logs`)}
        className="mt-2 inline-block font-medium text-accent-text underline"
      >
        Read the whole log
      </Link>
    </Callout>
  );
}

/** Of the instance that wrote last: where it broke is usually there. */
function LastLines({ source }: { source: LogSource }) {
  const { id } = useWorkspace();
  const streams = useQuery(logQueries.streams(id, source, false));
  const stream = streams.data?.streams[0]?.name ?? "";
  const lines = useQuery(logQueries.lastLines(id, source, stream, LAST_LINES));
  const events = lines.data?.events.toReversed() ?? [];
  if (events.length === 0) return null;
  return (
    <div className="mt-3 flex flex-col gap-1">
      <p className="text-sm">Last lines of its log, newest first</p>
      <LogLines events={events} />
    </div>
  );
}
