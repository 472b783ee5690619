import type { LogEvent } from "@/lib/logs/view";

import { LogRow } from "./log-row";

/** A few log lines beside something else, in the order they are given. */
export function LogLines({ events }: { events: LogEvent[] }) {
  return (
    <section
      aria-label="Log lines"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="max-h-80 overflow-auto rounded-panel border border-border bg-panel py-2 -outline-offset-2"
    >
      <ol className="font-mono text-xs leading-5">
        {events.map((event) => (
          <li key={event.id} className="flex gap-3 px-4">
            <LogRow event={event} times="local" wrap search="" stream={null} isExpanded={false} />
          </li>
        ))}
      </ol>
    </section>
  );
}
