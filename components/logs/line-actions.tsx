"use client";

import { Check, Link2, ScrollText } from "lucide-react";

import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { useCopy } from "@/components/ui/use-copy";
import { placeOf } from "@/lib/logs/join-pages";
import type { LogEvent } from "@/lib/logs/view";

import type { LogReader } from "./use-log-reader";

/** What can be done with the selected line; stays in sight however long the line is. */
export function LineActions({ reader, line }: { reader: LogReader; line: LogEvent }) {
  const { copied, copy } = useCopy();
  return (
    <span className="sticky right-2 ml-auto w-0 shrink-0 font-sans">
      {/* Over the line's end: that the line is selected must not break it anew. */}
      <span className="absolute -top-0.5 right-0 flex h-6 items-center rounded-control border border-border bg-overlay">
        {reader.isFiltered ? (
          <IconButton label="Show in the log" size="sm" onClick={() => reader.showInLog(line)}>
            <ScrollText aria-hidden="true" />
          </IconButton>
        ) : null}
        <CopyButton value={line.message} label="Copy the line" />
        <IconButton
          label={copied ? "Copied" : "Copy a link to the line"}
          size="sm"
          onClick={() => copy(linkTo(line, reader.stream))}
        >
          {copied ? <Check aria-hidden="true" className="text-good" /> : <Link2 aria-hidden="true" />}
        </IconButton>
      </span>
    </span>
  );
}

/** This page's address, opened at the line in the whole log. */
function linkTo(line: LogEvent, stream: string): string {
  const url = new URL(window.location.href);
  const { at, mark } = placeOf(line);
  for (const name of ["only", "level", "since", "until", "request"]) url.searchParams.delete(name);
  for (const [name, value] of Object.entries({ stream, at, line: mark ?? "" })) url.searchParams.set(name, value);
  return url.href;
}
