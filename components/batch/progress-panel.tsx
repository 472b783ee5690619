"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Panel } from "@/components/ui/panel";
import { type Stage, Stages } from "@/components/ui/stages";
import { formatNumber, plural } from "@/lib/format/numbers";
import { isUnderWay, type TransformJobDetail } from "@/lib/transform/job-view";
import { transformQueries } from "@/lib/transform/queries";

/** Files by their outputs, records by the containers' access log: what can be counted with few calls. */
export function ProgressPanel({ job }: { job: TransformJobDetail }) {
  const { id } = useWorkspace();
  const files = useQuery(transformQueries.files(id, job.name, job.status));
  const records = useQuery(transformQueries.records(id, job.name, job.status));
  const all = files.data?.files ?? [];
  const done = all.filter(({ output }) => output !== null).length;
  const { asked = null, total = null } = records.data ?? {};
  return (
    <Panel title="Progress">
      <div className="flex flex-col gap-4">
        <Bar label="Files with results" done={done} total={all.length} isCut={files.data?.isCut ?? false} />
        {total !== null && asked !== null ? (
          <Bar label="Records answered or refused" done={Math.min(asked, total)} total={total} isCut={false} />
        ) : total !== null ? (
          <p className="text-sm text-muted">
            {plural(total, "record")} in all; requests hold several, so they are not counted.
          </p>
        ) : null}
        <div aria-live="polite">
          <Stages label="Stages" stages={stagesOf(job)} />
        </div>
      </div>
    </Panel>
  );
}

function Bar({ label, done, total, isCut }: { label: string; done: number; total: number; isCut: boolean }) {
  return (
    <div className="flex flex-col gap-1">
      <p className="flex justify-between gap-3 text-sm">
        <span>{label}</span>
        <span className="tabular-nums">
          {formatNumber(done)} of {formatNumber(total)}
          {isCut ? " or more" : ""}
        </span>
      </p>
      <progress aria-label={label} max={Math.max(1, total)} value={done} className="h-2 w-full accent-accent" />
    </div>
  );
}

function stagesOf(job: TransformJobDetail): Stage[] {
  const { createdAt, startedAt, endedAt, status } = job;
  const isOver = !isUnderWay(status);
  const ended = {
    InProgress: "working",
    Stopping: "working",
    Completed: "done",
    Failed: "failed",
    Stopped: "skipped",
  } as const;
  return [
    {
      id: "starting",
      label: "Starting instances",
      state: startedAt ? "done" : isOver ? "failed" : "working",
      startedAt: createdAt,
      endedAt: startedAt ?? endedAt,
    },
    {
      id: "transforming",
      label: status === "Stopping" ? "Stopping" : "Transforming",
      state: startedAt ? ended[status] : "waiting",
      startedAt,
      endedAt,
    },
    { id: "end", label: isOver ? status : "Completed", state: isOver ? ended[status] : "waiting" },
  ];
}
