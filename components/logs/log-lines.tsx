import { cn } from "@/lib/cn";
import type { LogEvent } from "@/lib/logs/view";

import { LogRow } from "./log-row";

/** A few log lines beside something else, in the order they are given; one of them may be marked. */
export function LogLines({ events, markedId = null }: { events: LogEvent[]; markedId?: string | null }) {
  return (
    <section
      aria-label="Log lines"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="max-h-80 overflow-auto rounded-panel border border-border bg-panel py-2 -outline-offset-2"
    >
      <ol className="font-mono text-xs leading-5">
        {events.map((event) => (
          <li key={event.id} className={cn("flex gap-3 px-4", event.id === markedId && "bg-accent-soft")}>
            {event.id === markedId ? <span className="sr-only">The telling line: </span> : null}
            <LogRow event={event} times="local" wrap search="" stream={null} isExpanded={false} />
          </li>
        ))}
      </ol>
    </section>
  );
}
