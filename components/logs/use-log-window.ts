"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { joinPages } from "@/lib/logs/join-pages";
import { ALL_STREAMS, logQueries } from "@/lib/logs/queries";
import type { LogSource } from "@/lib/logs/view";

type Options = {
  source: LogSource;
  stream: string;
  /** Around which time it was opened; null at the newest line. */
  at: string | null;
  /** Whether newer lines are asked for again and again. */
  isAlive: boolean;
  /** Whether they are shown by a live tail too. */
  isLive: boolean;
  /** Whether the newest line is kept in sight. */
  isFollowing: boolean;
};

export type LogWindow = ReturnType<typeof useLogWindow>;

/** The stretch of a log that is loaded, oldest first, and how it grows. */
export function useLogWindow({ source, stream, at, isAlive, isLive, isFollowing }: Options) {
  const { id } = useWorkspace();
  const query = useInfiniteQuery(logQueries.lines(id, source, stream, at));
  const isNewest = query.data !== undefined && !query.hasNextPage;
  const tail = useQuery({
    ...logQueries.tail(id, source, stream, at, { isLive, isFollowing }),
    enabled: isAlive && isNewest,
  });
  const lines = joinPages(query.data?.pages ?? [], stream === ALL_STREAMS);
  return {
    lines,
    isPending: query.isPending,
    /** Why nothing is shown at all. */
    failure: query.data ? null : query.error,
    /** Why the stretch could not grow. */
    edgeFailure: query.data ? query.error : null,
    retry: () =>
      void (query.isFetchPreviousPageError
        ? query.fetchPreviousPage()
        : query.data
          ? query.fetchNextPage()
          : query.refetch()),
    isOldest: query.data !== undefined && !query.hasPreviousPage,
    isNewest,
    /** Why newer lines could not be asked for the last time. */
    tailFailure: tail.error,
    isLoadingOlder: query.isFetchingPreviousPage,
    isLoadingNewer: query.isFetchingNextPage,
    loadOlder: () => {
      if (query.hasPreviousPage && !query.isFetching) void query.fetchPreviousPage();
    },
    loadNewer: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
  };
}
