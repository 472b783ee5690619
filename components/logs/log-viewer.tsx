"use client";

import { useRef, useState } from "react";

import { ErrorPanel } from "@/components/ui/error-panel";
import type { LogEvent, LogSource, LogStream } from "@/lib/logs/view";
import { problemIn } from "@/lib/problem-in";

import { LiveNote } from "./live-note";
import { LogFooter } from "./log-footer";
import { LogList } from "./log-list";
import { LogSkeleton } from "./log-skeleton";
import { LogToolbar } from "./log-toolbar";
import { NewLines } from "./new-lines";
import { RequestChip } from "./request-chip";
import { useFind } from "./use-find";
import { type LogReader, useLogReader } from "./use-log-reader";

type Props = { source: LogSource; streams: LogStream[]; mayWrite: boolean };

/** A log of any length: read from either end, followed, searched and taken away. */
export function LogViewer({ source, streams, mayWrite }: Props) {
  const reader = useLogReader(source, streams, mayWrite);
  const sight = useRef({ first: 0, last: 0 });
  const find = useFind(reader, sight);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const keyOf = lineKeys(reader.shown.lines, reader.params.order === "newest");
  const onToggle = (id: string) => {
    setExpanded((known) =>
      known.has(id) ? new Set([...known].filter((each) => each !== id)) : new Set([...known, id]),
    );
  };
  return (
    <>
      <LogToolbar reader={reader} find={find} />
      <RequestChip reader={reader} />
      <LiveNote live={reader.live} />
      <div className="relative overflow-hidden rounded-panel border border-border bg-panel">
        <Lines reader={reader}>
          <LogList
            key={reader.listKey}
            reader={reader}
            sight={sight}
            keyOf={keyOf}
            search={reader.params.search}
            expanded={expanded}
            onToggle={onToggle}
          />
        </Lines>
        <NewLines reader={reader} />
        <LogFooter reader={reader} />
      </div>
    </>
  );
}

function Lines({ reader, children }: { reader: LogReader; children: React.ReactNode }) {
  const { shown } = reader;
  if (shown.failure) {
    return (
      <ErrorPanel title="The lines could not be loaded" problem={problemIn(shown.failure)} onRetry={shown.retry} />
    );
  }
  if (shown.isPending) {
    return (
      <div className="h-[calc(100dvh-23rem)] min-h-80 p-4">
        <LogSkeleton />
      </div>
    );
  }
  if (shown.lines.length > 0) return children;
  return <p className="h-[calc(100dvh-23rem)] min-h-80 px-4 py-3 text-muted">{emptyText(reader)}</p>;
}

function emptyText({ shown, isFiltered, span }: LogReader): string {
  if (!isFiltered) return "This stream has no lines yet.";
  if (!shown.isNewest) return "No line is like this so far.";
  if (span) return "No line of this time is like this. CloudWatch shows lines some seconds after they were written.";
  return "No line of the log is like this. CloudWatch tells capitals apart.";
}

/** What tells the rows apart; the same function as long as the lines are the same. */
function lineKeys(lines: LogEvent[], isNewestFirst: boolean): (row: number) => string | number {
  return (row) => lines[isNewestFirst ? lines.length - 1 - row : row]?.id ?? row;
}
