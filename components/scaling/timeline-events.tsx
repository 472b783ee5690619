import { Ban, BellRing, CircleX, Rocket, Scaling } from "lucide-react";

import { PlainHead } from "@/components/ui/plain-head";
import { formatMoment, type Zone } from "@/lib/charts/time-labels";
import { cn } from "@/lib/cn";
import type { TimelineEvent } from "@/lib/scaling/endpoint-view";

const KINDS = {
  activity: { icon: Scaling, word: "Scaling", tone: "text-good" },
  "not-scaled": { icon: Ban, word: "Not scaled", tone: "text-warning" },
  failed: { icon: CircleX, word: "Failed", tone: "text-danger" },
  alarm: { icon: BellRing, word: "Alarm", tone: "text-working" },
  change: { icon: Rocket, word: "Change", tone: "text-muted" },
} as const;

const HEADS = [{ label: "When", className: "px-4" }, { label: "What" }, { label: "Why" }];

/** All that happened in the window, newest first; the dashed lines in the charts are these. */
export function TimelineEvents({ events, zone }: { events: readonly TimelineEvent[]; zone: Zone }) {
  if (events.length === 0) {
    return (
      <p className="border-t border-border px-4 py-6 text-center text-sm text-muted">
        Nothing was scaled, refused or deployed in this window.
      </p>
    );
  }
  return (
    <section
      aria-label="What happened, scrollable"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="max-h-96 overflow-auto border-t border-border -outline-offset-2"
    >
      <table aria-label="What happened" className="w-full text-sm">
        <PlainHead cells={HEADS} className="sticky top-0 max-sm:sr-only" />
        <tbody>
          {events.map((event) => (
            <Event key={event.id} event={event} zone={zone} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Event({ event: { at, kind, title, detail }, zone }: { event: TimelineEvent; zone: Zone }) {
  const { icon: Icon, word, tone } = KINDS[kind];
  return (
    <tr className="border-t border-border align-top max-sm:flex max-sm:flex-col max-sm:px-4 max-sm:py-2">
      <td className="px-4 py-1.5 whitespace-nowrap text-muted tabular-nums max-sm:p-0">
        <time dateTime={at}>{formatMoment(Date.parse(at) / 1_000, zone)}</time>
      </td>
      <td className="px-3 py-1.5 max-sm:p-0">
        <span className="flex items-start gap-1.5">
          <Icon aria-hidden="true" className={cn("mt-0.5 size-3.5 shrink-0", tone)} />
          <span className="font-medium">
            <span className="sr-only">{word}: </span>
            {title}
          </span>
        </span>
      </td>
      <td className="px-3 py-1.5 break-words text-muted max-sm:p-0">{detail}</td>
    </tr>
  );
}
