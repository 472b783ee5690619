import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { LogPage, LogSearch, LogSource, LogStreams, LogsBetween } from "./view";

const FOLLOW_MS = 5_000;

export const logKeys = {
  source: (workspace: string, { of, name }: LogSource) => ["workspaces", workspace, "logs", of, name] as const,
};

export type LogSpan = { from: string; to: string };

const path = (workspace: string, { of, name }: LogSource, rest: string) =>
  workspaceApi(workspace, `/${of}/${encodeURIComponent(name)}${rest}`);

export const logQueries = {
  streams: (workspace: string, source: LogSource, isFollowing: boolean) =>
    queryOptions({
      queryKey: [...logKeys.source(workspace, source), "streams"],
      queryFn: ({ signal }) => getJson<LogStreams>(path(workspace, source, "/log-streams"), { signal }),
      refetchInterval: isFollowing ? FOLLOW_MS : false,
    }),
  /** A stream's lines, newest first; while following, the pages already loaded are read again. */
  lines: (workspace: string, source: LogSource, stream: string, isFollowing: boolean) =>
    infiniteQueryOptions({
      queryKey: [...logKeys.source(workspace, source), "lines", stream],
      queryFn: ({ pageParam, signal }) =>
        getJson<LogPage>(path(workspace, source, `/logs?${query({ stream, cursor: pageParam })}`), { signal }),
      initialPageParam: "",
      getNextPageParam: (page) => page.olderCursor ?? undefined,
      enabled: stream !== "",
      refetchInterval: isFollowing ? FOLLOW_MS : false,
    }),
  /** CloudWatch shows lines some seconds after they were written: while `isWaiting`, they are looked for again. */
  between: (workspace: string, source: LogSource, span: LogSpan, isWaiting: boolean) =>
    queryOptions({
      queryKey: [...logKeys.source(workspace, source), "between", span.from, span.to],
      queryFn: ({ signal }) => getJson<LogsBetween>(path(workspace, source, `/log-lines?${query(span)}`), { signal }),
      refetchInterval: isWaiting ? FOLLOW_MS : false,
    }),
  search: (workspace: string, source: LogSource, search: string, stream: string) =>
    infiniteQueryOptions({
      queryKey: [...logKeys.source(workspace, source), "search", search, stream],
      queryFn: ({ pageParam, signal }) =>
        getJson<LogSearch>(path(workspace, source, `/logs?${query({ search, stream, cursor: pageParam })}`), {
          signal,
        }),
      initialPageParam: "",
      getNextPageParam: (page) => page.cursor ?? undefined,
      enabled: search !== "",
    }),
};

function query(values: Record<string, string>): string {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== "")).toString();
}
