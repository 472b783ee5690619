"use client";

import { X } from "lucide-react";

import { Button } from "@/components/ui/button";
import { HelpMark } from "@/components/ui/help-mark";
import { IconButton } from "@/components/ui/icon-button";
import { formatMoment } from "@/lib/format/dates";
import type { LogSpan } from "@/lib/logs/queries";

import type { LogReader } from "./use-log-reader";

const WIDER_MS = 5_000;

/** The request whose lines alone are shown, by its time; can be taken away, or made to reach further. */
export function RequestChip({ reader: { span, params, setSpan } }: { reader: LogReader }) {
  if (!span) return null;
  const isUtc = params.times === "utc";
  return (
    <section aria-label="Request" className="flex flex-wrap items-center gap-x-2 gap-y-1 pb-3 text-sm">
      <span className="inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-full border border-accent bg-accent-soft pr-0.5 pl-3 max-sm:rounded-panel text-accent-text">
        <span className="min-w-0 py-0.5">
          <span className="font-medium">
            Request{" "}
            {params.request ? (
              <span className="font-mono" title={params.request}>
                {shortId(params.request)}
              </span>
            ) : null}
          </span>
          <span className="tabular-nums">
            {" "}
            {formatMoment(span.from, isUtc)} – {formatMoment(span.to, isUtc, span.from)}
          </span>
        </span>
        <IconButton
          size="sm"
          label="Show all requests"
          className="rounded-full text-accent-text"
          onClick={() => setSpan(null)}
        >
          <X aria-hidden="true" />
        </IconButton>
      </span>
      <Button size="sm" variant="ghost" onClick={() => setSpan(wider(span))}>
        5 s more on each side
      </Button>
      <HelpMark label="Lines of a request">
        SageMaker tells a container no request id, so that these are all lines between the request's beginning and its
        end, those of other requests at the same time among them. A line may be stamped a little late: look further on
        each side when one is missing.
      </HelpMark>
    </section>
  );
}

function shortId(id: string): string {
  return id.length > 13 ? `${id.slice(0, 8)}…` : id;
}

function wider({ from, to }: LogSpan): LogSpan {
  const moved = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();
  return { from: moved(from, -WIDER_MS), to: moved(to, WIDER_MS) };
}
