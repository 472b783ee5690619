import { cn } from "@/lib/cn";
import type { Problem } from "@/lib/errors";
import { formatDateTimeExact, formatTime } from "@/lib/format/dates";
import { logLevel } from "@/lib/logs/log-text";
import type { LogEvent } from "@/lib/logs/view";
import { isAboutCall } from "@/lib/playground/log-span";

/** Log lines in the order they were written; those that tell of the failure are marked. */
export function LogExcerpt({ events, problem }: { events: LogEvent[]; problem: Problem }) {
  return (
    <section
      aria-label="Log lines"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="max-h-72 overflow-auto rounded-control border border-border bg-panel py-1.5 -outline-offset-2"
    >
      <ol className="font-mono text-xs leading-5">
        {events.map((event) => (
          <Line key={event.id} event={event} isMarked={isAboutCall(event, problem)} />
        ))}
      </ol>
    </section>
  );
}

const COLOURS = { error: "text-danger", warning: "text-warning", plain: "" } as const;

function Line({ event, isMarked }: { event: LogEvent; isMarked: boolean }) {
  return (
    <li className={cn("flex gap-3 border-l-2 px-3", isMarked ? "border-accent bg-accent-soft" : "border-transparent")}>
      <time dateTime={event.at} title={formatDateTimeExact(event.at)} className="shrink-0 text-muted select-none">
        {formatTime(event.at)}
      </time>
      <span className={cn("min-w-0 break-words whitespace-pre-wrap", COLOURS[logLevel(event.message)])}>
        {isMarked ? <span className="sr-only">About this call: </span> : null}
        {event.message}
      </span>
    </li>
  );
}
