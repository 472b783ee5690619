"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { logQueries, type SearchWish } from "@/lib/logs/queries";
import type { LogSource } from "@/lib/logs/view";

import type { LogWindow } from "./use-log-window";

/** Requests that are made without being asked; each is up to eight pages of CloudWatch. */
const UNASKED_REQUESTS = 10;

/** The lines of the whole log that were looked for; null: nothing is. CloudWatch finds the oldest first. */
export function useFoundLines(source: LogSource, wish: SearchWish | null): LogWindow {
  const { id } = useWorkspace();
  const query = useInfiniteQuery({
    ...logQueries.search(id, source, wish ?? { search: "", level: null, stream: "", span: null }),
    enabled: wish !== null,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  const requests = query.data?.pages.length ?? 0;
  const goesOn = hasNextPage && !isFetching && !isError && requests < UNASKED_REQUESTS;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);

  const loadNewer = () => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  };
  return {
    lines: query.data?.pages.flatMap(({ events }) => events) ?? [],
    isPending: query.isPending,
    failure: query.data ? null : query.error,
    edgeFailure: query.data ? query.error : null,
    retry: () => void (query.data ? fetchNextPage() : query.refetch()),
    isOldest: true,
    isNewest: query.data !== undefined && !hasNextPage,
    tailFailure: null,
    isLoadingOlder: false,
    isLoadingNewer: query.isFetchingNextPage,
    loadOlder: () => undefined,
    loadNewer,
  };
}
