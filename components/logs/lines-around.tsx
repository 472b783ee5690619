"use client";

import { Button } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/error-panel";
import { formatDateTimeExact } from "@/lib/format/dates";
import { problemIn } from "@/lib/problem-in";

import { LogLines } from "./log-lines";
import { LogSkeleton } from "./log-skeleton";
import type { LogView } from "./log-toolbar";
import type { useLogs } from "./use-logs";

type Props = {
  around: NonNullable<ReturnType<typeof useLogs>["around"]>;
  view: LogView;
  onNewest: () => void;
};

/** The minute around a time that a link named, of all streams. */
export function LinesAround({ around, view, onNewest }: Props) {
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        Half a minute before and after {formatDateTimeExact(around.at)}
        {around.data?.isCut ? ", the first lines of many" : ""}.
        <Button size="sm" onClick={onNewest}>
          Show the newest lines
        </Button>
      </p>
      {around.isError ? (
        <ErrorPanel
          title="The lines could not be loaded"
          problem={problemIn(around.error)}
          onRetry={() => void around.refetch()}
        />
      ) : around.isPending ? (
        <LogSkeleton />
      ) : (
        <LogLines events={around.data.events.toReversed()} view={view} search="" showStream more={null} />
      )}
    </div>
  );
}
