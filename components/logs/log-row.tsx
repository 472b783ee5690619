"use client";

import { ChevronRight } from "lucide-react";
import { memo } from "react";

import { cn } from "@/lib/cn";
import { formatBytes } from "@/lib/format/bytes";
import { formatTime } from "@/lib/format/dates";
import { logLevel, shownText, splitHits, writtenOut } from "@/lib/logs/log-text";
import type { LogEvent } from "@/lib/logs/view";

import type { LogTimes } from "./log-params";

type Props = {
  event: LogEvent;
  times: LogTimes;
  wrap: boolean;
  search: string;
  /** The name of its stream, where there are several. */
  stream: string | null;
  isExpanded: boolean;
  /** Absent: what could be unfolded stays as it is. */
  onToggle?: ((id: string) => void) | undefined;
};

const COLOURS = { error: "text-danger", warning: "text-warning", plain: "" } as const;
/** A longer line is shown by its beginning. */
const LONG = 2_000;
const JSON_LIKE = /^\s*[{[].*[}\]]\s*$/s;

/** One line: its time, its stream where there are several, and its text with the hits of a search. */
export const LogRow = memo(function LogRow({ event, times, wrap, search, stream, isExpanded, onToggle }: Props) {
  const text = shownText(event.message);
  const canUnfold = onToggle !== undefined && (text.length > LONG || JSON_LIKE.test(text));
  const shown = isExpanded ? (writtenOut(text) ?? text) : text.slice(0, LONG);
  return (
    <>
      {times === "off" ? null : <LineTime at={event.at} times={times} />}
      {canUnfold ? (
        <button
          type="button"
          tabIndex={-1}
          aria-expanded={isExpanded}
          aria-label={isExpanded ? "Fold the line" : "Unfold the line"}
          onClick={() => onToggle(event.id)}
          className="-ml-2 flex size-5 shrink-0 items-center justify-center rounded-sm text-muted hover:text-foreground"
        >
          <ChevronRight aria-hidden="true" className={cn("size-3.5 transition-transform", isExpanded && "rotate-90")} />
        </button>
      ) : null}
      <span
        className={cn(
          "min-h-5 min-w-0",
          wrap || isExpanded ? "break-words whitespace-pre-wrap" : "whitespace-pre",
          COLOURS[logLevel(text)],
        )}
      >
        {stream === null ? null : <span className="text-muted">{stream} </span>}
        {search === "" ? shown : <Marked text={shown} search={search} />}
        {shown.length < text.length && !isExpanded ? (
          <span className="text-muted"> … {formatBytes(text.length - LONG)} more</span>
        ) : null}
      </span>
    </>
  );
});

function LineTime({ at, times }: { at: string; times: LogTimes }) {
  return (
    <time dateTime={at} title={at} className="shrink-0 text-muted tabular-nums select-none">
      {times === "utc" ? `${at.slice(11, 23)}Z` : formatTime(at)}
    </time>
  );
}

function Marked({ text, search }: { text: string; search: string }) {
  return splitHits(text, search).map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one unchanging line
      <mark key={index} className="rounded-sm bg-accent-soft text-accent-text outline outline-accent">
        {piece}
      </mark>
    ) : (
      piece
    ),
  );
}
