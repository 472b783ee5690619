"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryStates } from "nuqs";
import { useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { logQueries } from "@/lib/logs/queries";

/** The log of an endpoint as it is looked at: stream and search are in the address, following is not. */
export function useLogs(endpointName: string) {
  const { id } = useWorkspace();
  const [isFollowing, setFollowing] = useState(true);
  const [params, setParams] = useQueryStates(
    { stream: parseAsString.withDefault(""), search: parseAsString.withDefault("") },
    { history: "replace" },
  );
  const streams = useQuery(logQueries.streams(id, endpointName, isFollowing));
  const isSearching = params.search !== "";
  const stream = params.stream || streams.data?.streams[0]?.name || "";

  const lines = useInfiniteQuery({
    ...logQueries.lines(id, endpointName, stream, isFollowing),
    enabled: stream !== "" && !isSearching,
  });
  const found = useInfiniteQuery(logQueries.search(id, endpointName, params.search, params.stream));
  const shown = isSearching ? found : lines;
  const events = shown.data?.pages.flatMap((page) => page.events) ?? [];
  return {
    streams,
    stream,
    shown,
    // Pages of a search each begin again: together they are sorted once more.
    events: isSearching ? events.toSorted((a, b) => b.at.localeCompare(a.at)) : events,
    isSearching,
    isFollowing,
    setFollowing,
    params,
    setParams,
  };
}
