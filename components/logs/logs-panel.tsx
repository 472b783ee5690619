"use client";

import { ScrollText } from "lucide-react";
import { useState } from "react";

import { EmptyState } from "@/components/ui/empty-state";
import { ErrorPanel } from "@/components/ui/error-panel";
import { type LogSource, logGroup } from "@/lib/logs/view";
import { problemIn } from "@/lib/problem-in";

import { LinesAround } from "./lines-around";
import { LogLines } from "./log-lines";
import { LogSkeleton } from "./log-skeleton";
import { LogToolbar, type LogView } from "./log-toolbar";
import { useLogs } from "./use-logs";

/** What the containers of an endpoint or a training job wrote, newest first. */
export function LogsPanel({ source }: { source: LogSource }) {
  const logs = useLogs(source);
  const [view, setView] = useState<LogView>({ timestamps: true, wrap: true });
  const { streams, shown } = logs;

  if (streams.isPending) return <LogSkeleton />;
  if (streams.isError) {
    return (
      <ErrorPanel
        title="The logs could not be loaded"
        problem={problemIn(streams.error)}
        onRetry={() => void streams.refetch()}
      />
    );
  }
  if (!streams.data.hasGroup || streams.data.streams.length === 0) return <NoLogsYet source={source} />;
  return (
    <>
      <LogToolbar logs={logs} view={view} onView={setView} fileName={`${source.name}.log`} />
      {logs.around ? (
        <LinesAround around={logs.around} view={view} onNewest={() => void logs.setParams({ at: null })} />
      ) : shown.isError ? (
        <ErrorPanel
          title="The lines could not be loaded"
          problem={problemIn(shown.error)}
          onRetry={() => void shown.refetch()}
        />
      ) : shown.isPending ? (
        <LogSkeleton />
      ) : (
        <LogLines
          events={logs.events}
          view={view}
          search={logs.params.search}
          showStream={logs.isSearching && logs.params.stream === ""}
          more={shown.hasNextPage ? { onMore: () => void shown.fetchNextPage(), busy: shown.isFetchingNextPage } : null}
        />
      )}
    </>
  );
}

function NoLogsYet({ source }: { source: LogSource }) {
  const group = <span className="font-mono break-all">{logGroup(source)}</span>;
  return (
    <EmptyState icon={ScrollText} title="Nothing was logged yet">
      {source.of === "endpoints" ? (
        <>
          SageMaker makes the log group {group} when the container writes its first line, usually a minute or two after
          the endpoint begins to start. If it stays away, the container never ran: the overview says why.
        </>
      ) : (
        <>
          Each instance of the job gets a stream in {group} when its container writes the first line. If none comes, the
          container never ran: the overview says why.
        </>
      )}{" "}
      This page looks again by itself.
    </EmptyState>
  );
}
