"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { parseAsIsoDateTime, parseAsString, useQueryStates } from "nuqs";
import { useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { type LogSpan, logQueries } from "@/lib/logs/queries";
import type { LogSource } from "@/lib/logs/view";

/** A link to a time shows the minute around it. */
const AROUND_MS = 30_000;

/** A log as it is looked at: stream, search and time are in the address, following is not. */
export function useLogs(source: LogSource) {
  const { id } = useWorkspace();
  const [isFollowing, setFollowing] = useState(true);
  const [params, setParams] = useQueryStates(
    { stream: parseAsString.withDefault(""), search: parseAsString.withDefault(""), at: parseAsIsoDateTime },
    { history: "replace" },
  );
  const streams = useQuery(logQueries.streams(id, source, isFollowing));
  const isSearching = params.search !== "";
  const stream = params.stream || streams.data?.streams[0]?.name || "";

  const lines = useInfiniteQuery({
    ...logQueries.lines(id, source, stream, isFollowing),
    enabled: stream !== "" && !isSearching && params.at === null,
  });
  const found = useInfiniteQuery(logQueries.search(id, source, params.search, params.stream));
  const at = isSearching ? null : params.at;
  const around = useQuery({ ...logQueries.between(id, source, spanAround(at), false), enabled: at !== null });
  const shown = isSearching ? found : lines;
  const events = shown.data?.pages.flatMap((page) => page.events) ?? [];
  return {
    streams,
    stream,
    shown,
    // Pages of a search each begin again: together they are sorted once more.
    events: isSearching ? events.toSorted((a, b) => b.at.localeCompare(a.at)) : events,
    isSearching,
    /** The time that is looked at, with its lines; null: the newest ones, or a search. */
    around: at && { at, ...around },
    isFollowing,
    setFollowing,
    params,
    setParams,
  };
}

function spanAround(at: Date | null): LogSpan {
  const middle = at?.getTime() ?? 0;
  return { from: new Date(middle - AROUND_MS).toISOString(), to: new Date(middle + AROUND_MS).toISOString() };
}
