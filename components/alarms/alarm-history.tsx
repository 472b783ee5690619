"use client";

import { useInfiniteQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Panel } from "@/components/ui/panel";
import { PlainHead } from "@/components/ui/plain-head";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { alarmQueries } from "@/lib/alarms/queries";
import type { AlarmEvent } from "@/lib/alarms/view";
import { problemIn } from "@/lib/problem-in";

import { AlarmStateBadge } from "./alarm-state";

const HEADS = [
  { label: "When", className: "px-4" },
  { label: "What", className: "px-4" },
];

/** What happened to an alarm, newest first. */
export function AlarmHistory({ name }: { name: string }) {
  const { id } = useWorkspace();
  const history = useInfiniteQuery(alarmQueries.history(id, name));
  const events = history.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <Panel title="History" description="CloudWatch keeps it for 30 days." flush>
      {history.isError ? (
        <ErrorPanel
          className="m-4"
          title="The history could not be read"
          problem={problemIn(history.error)}
          onRetry={() => void history.refetch()}
        />
      ) : history.isPending ? (
        <Skeleton className="m-4 h-24" />
      ) : events.length === 0 ? (
        <p className="border-t border-border p-4 text-muted">Nothing has happened to it in the last 30 days.</p>
      ) : (
        <table aria-label="History" className="w-full text-sm">
          <PlainHead cells={HEADS} className="border-t" />
          <tbody>
            {events.map((event, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: events have no identity, and come in one order
              <EventRow key={`${event.at} ${index}`} event={event} />
            ))}
          </tbody>
        </table>
      )}
      {history.hasNextPage ? (
        <div className="border-t border-border p-3">
          <Button size="sm" busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
            Older events
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

function EventRow({ event }: { event: AlarmEvent }) {
  return (
    <tr className="border-t border-border align-top first:border-t-0">
      <td className="px-4 py-2 whitespace-nowrap">
        <RelativeTime at={event.at} />
      </td>
      <td className="px-4 py-2">
        <span className="flex flex-wrap items-center gap-x-3">
          {event.state ? <AlarmStateBadge state={event.state} /> : null}
          <span className="break-all">{event.summary}</span>
        </span>
        {event.reason ? <span className="block break-words text-muted">{event.reason}</span> : null}
      </td>
    </tr>
  );
}
