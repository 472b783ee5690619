"use client";

import { useQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorPanel } from "@/components/ui/error-panel";
import { logQueries } from "@/lib/logs/queries";
import { type LogSource, logScope } from "@/lib/logs/view";
import { problemIn } from "@/lib/problem-in";

import { LogSkeleton } from "./log-skeleton";
import { LogViewer } from "./log-viewer";
import { useMayWrite } from "./use-may-write";

/** What the containers of an endpoint, an inference component, a training job or a transform job wrote. */
export function LogsPanel({ source }: { source: LogSource }) {
  const { id } = useWorkspace();
  const mayWrite = useMayWrite(source);
  const streams = useQuery(logQueries.streams(id, source, mayWrite));

  if (streams.isPending) return <LogSkeleton />;
  if (streams.isError && !streams.data) {
    return (
      <ErrorPanel
        title="The logs could not be loaded"
        problem={problemIn(streams.error)}
        onRetry={() => void streams.refetch()}
      />
    );
  }
  if (!streams.data?.hasGroup || streams.data.streams.length === 0) {
    return <NoLogsYet source={source} isWaiting={mayWrite} />;
  }
  return <LogViewer source={source} streams={streams.data.streams} mayWrite={mayWrite} />;
}

function NoLogsYet({ source, isWaiting }: { source: LogSource; isWaiting: boolean }) {
  const group = <span className="font-mono break-all">{logScope(source).group}</span>;
  return (
    <EmptyState icon={ScrollText} title="Nothing was logged yet">
      {source.of === "endpoints" ? (
        <>
          SageMaker makes the log group {group} when the container writes its first line, usually a minute or two after
          the endpoint begins to start. If it stays away, the container never ran: the overview says why.
        </>
      ) : source.of === "inference-components" ? (
        <>
          SageMaker makes the log group {group} when the first copy of the component writes a line. If it stays away, no
          copy ever ran: the Components tab says why.
        </>
      ) : (
        <>
          Each instance of the job gets a stream in {group} when its container writes the first line. If none comes, the
          container never ran: the overview says why.
        </>
      )}{" "}
      {isWaiting ? "This page looks again by itself." : null}
    </EmptyState>
  );
}
