"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { logQueries } from "@/lib/logs/queries";
import type { LogEvent, LogSource } from "@/lib/logs/view";

/** A traceback with the lines before it fits. */
const LAST_LINES = 200;

/** The last lines of the stream that was written to last, oldest first; nothing is read unless `isWanted`. */
export function useLastLines(source: LogSource, isWanted: boolean): LastLines {
  const { id } = useWorkspace();
  const streams = useQuery({ ...logQueries.streams(id, source, false), enabled: isWanted });
  const stream = (isWanted && streams.data?.streams[0]?.name) || "";
  const lines = useQuery(logQueries.lastLines(id, source, stream, LAST_LINES));
  return {
    lines: lines.data?.events ?? [],
    hasGroup: streams.data?.hasGroup ?? null,
    isReading: isWanted && (streams.isPending || (stream !== "" && lines.isPending)),
  };
}

/** `hasGroup`: whether anything was ever logged; null while that is not known. */
type LastLines = { lines: LogEvent[]; hasGroup: boolean | null; isReading: boolean };
