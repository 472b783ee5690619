"use client";

import { ArrowDownToLine, ArrowUpToLine } from "lucide-react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { plural } from "@/lib/format/numbers";
import { problemIn } from "@/lib/problem-in";

import type { LogReader } from "./use-log-reader";

/** How much is loaded, what is under way, and the ways to both ends. */
export function LogFooter({ reader }: { reader: LogReader }) {
  const { isEmulator } = useWorkspace();
  const { shown, params } = reader;
  const isNewestFirst = params.order === "newest";
  const [UpIcon, DownIcon] = isNewestFirst ? [ArrowDownToLine, ArrowUpToLine] : [ArrowUpToLine, ArrowDownToLine];
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 border-t border-border px-4 py-2 text-sm text-muted max-sm:px-2">
      {shown.edgeFailure ? (
        <span className="flex items-center gap-2 text-danger">
          {problemIn(shown.edgeFailure).message}
          <Button size="sm" onClick={shown.retry}>
            Try again
          </Button>
        </span>
      ) : (
        <span className="flex items-center gap-2 tabular-nums">
          {reader.live.state?.is === "live" ? <Badge tone="good">Live</Badge> : null}
          {statusText(reader)}
          {reader.live.state?.is === "live" && !isEmulator ? ", billed by AWS by the minute" : null}
        </span>
      )}
      <span className="flex items-center gap-2">
        {reader.isFiltered && !shown.isNewest ? (
          <Button size="sm" busy={shown.isLoadingNewer} onClick={shown.loadNewer}>
            Search on
          </Button>
        ) : null}
        <Button size="sm" variant="ghost" onClick={reader.toOldest}>
          <UpIcon aria-hidden="true" />
          Oldest
        </Button>
        <Button size="sm" disabled={reader.isAtNewest && reader.newLines === 0} onClick={reader.toNewest}>
          <DownIcon aria-hidden="true" />
          Jump to newest
        </Button>
      </span>
    </div>
  );
}

function statusText({ shown, isFiltered, span, isFollowing, live }: LogReader): string {
  const lines = plural(shown.lines.length, "line");
  if (span) return shown.isNewest ? `${lines} of this time` : `${lines} of this time so far`;
  if (isFiltered) return shown.isNewest ? `${lines} found in the whole log` : `${lines} found so far`;
  if (shown.isLoadingOlder) return `${lines}, loading older ones…`;
  if (shown.isLoadingNewer) return `${lines}, loading newer ones…`;
  if (shown.tailFailure) return `${lines}; newer ones could not be read: ${problemIn(shown.tailFailure).message}`;
  if (live.state?.is === "opening") return `${lines}, opening the live tail…`;
  if (live.state?.is === "live" && live.isSampled) return `${lines}; of so many a sample comes first, all within 15 s`;
  if (!shown.isOldest || !shown.isNewest) return `${lines} loaded`;
  return isFollowing ? `${lines}; new ones are added as they come` : `${lines}, the whole log`;
}
