"use client";

import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { formatDateTimeExact, formatTime } from "@/lib/format/dates";
import { logLevel, splitHits } from "@/lib/logs/log-text";
import type { LogEvent } from "@/lib/logs/view";

import type { LogView } from "./log-toolbar";

type Props = {
  events: LogEvent[];
  view: LogView;
  search: string;
  showStream: boolean;
  more: { onMore: () => void; busy: boolean } | null;
};

const COLOURS = { error: "text-danger", warning: "text-warning", plain: "" } as const;

/** Log lines, newest first, errors coloured. */
export function LogLines({ events, view, search, showStream, more }: Props) {
  return (
    <div className="overflow-hidden rounded-panel border border-border bg-panel">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section aria-label="Log lines" tabIndex={0} className="max-h-[70dvh] overflow-auto py-2 -outline-offset-2">
        {events.length === 0 ? (
          <p className="px-4 py-2 text-muted">
            {search ? "No line holds this text so far." : "This stream has no lines yet."}
          </p>
        ) : (
          <ol className={cn("font-mono text-xs leading-5", !view.wrap && "w-max min-w-full")}>
            {events.map((event) => (
              <LogLine key={event.id} event={event} view={view} search={search} showStream={showStream} />
            ))}
          </ol>
        )}
      </section>
      {more ? (
        <div className="border-t border-border p-2 text-center">
          <Button size="sm" busy={more.busy} onClick={more.onMore}>
            {search ? "Search on" : "Load older lines"}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

type LineProps = { event: LogEvent } & Pick<Props, "view" | "search" | "showStream">;

function LogLine({ event, view, search, showStream }: LineProps) {
  return (
    <li className="flex gap-3 px-4 hover:bg-hover">
      {view.timestamps ? (
        <time dateTime={event.at} title={formatDateTimeExact(event.at)} className="shrink-0 text-muted select-none">
          {formatTime(event.at)}
        </time>
      ) : null}
      <span
        className={cn(
          "min-w-0",
          view.wrap ? "break-words whitespace-pre-wrap" : "whitespace-pre",
          COLOURS[logLevel(event.message)],
        )}
      >
        {showStream ? <span className="text-muted">{event.stream} </span> : null}
        {splitHits(event.message, search).map((piece, index) =>
          index % 2 === 1 ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one unchanging line
            <mark key={index} className="rounded-sm bg-accent-soft text-accent-text">
              {piece}
            </mark>
          ) : (
            piece
          ),
        )}
      </span>
    </li>
  );
}
