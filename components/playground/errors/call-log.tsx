"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Link } from "@/components/ui/link";
import type { Problem } from "@/lib/errors";
import { requestLogPath } from "@/lib/logs/log-link";
import type { LogSpan } from "@/lib/logs/queries";
import { logSpanOf } from "@/lib/playground/log-span";
import { problemIn } from "@/lib/problem-in";

import { LogExcerpt } from "./log-excerpt";
import { useCallLines } from "./use-call-lines";

type Props = { problem: Problem; endpointName: string };

/** The container's log lines around a failed call, folded away. */
export function CallLog({ problem, endpointName }: Props) {
  const [isOpen, setOpen] = useState(false);
  const span = logSpanOf(problem);
  if (!span) return null;
  return (
    <details className="group mt-3" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex w-fit list-none items-center gap-1 rounded-sm text-sm font-medium text-accent-text">
        <ChevronRight aria-hidden="true" className="size-4 transition-transform group-open:rotate-90" />
        Show the log lines
      </summary>
      {isOpen ? <Lines problem={problem} endpointName={endpointName} span={span} /> : null}
    </details>
  );
}

function Lines({ problem, endpointName, span }: Props & { span: LogSpan }) {
  const { id } = useWorkspace();
  const requestId = problem.requestId ?? null;
  const { events, isPending, error, isRecent } = useCallLines(problem, endpointName, true);

  return (
    <div className="mt-2 flex flex-col gap-2">
      {isPending ? (
        <p className="text-sm text-muted">Reading the log…</p>
      ) : error ? (
        <p className="text-sm text-danger">{problemIn(error).message}</p>
      ) : events.length === 0 ? (
        <p className="text-sm text-muted">
          {isRecent
            ? "No line yet. CloudWatch shows them after some seconds; this looks again by itself."
            : "The container wrote nothing around this call."}
        </p>
      ) : (
        <LogExcerpt events={events} problem={problem} />
      )}
      <Link
        href={requestLogPath(id, { endpoint: endpointName, id: requestId, sentAt: span.from, endedAt: span.to })}
        className="w-fit text-sm font-medium text-accent-text underline"
      >
        Open these lines in the log
      </Link>
    </div>
  );
}
