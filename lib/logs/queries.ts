import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { LogPage, LogSearch, LogStreams, LogsBetween } from "./view";

const FOLLOW_MS = 5_000;

export const logKeys = {
  endpoint: (workspace: string, name: string) => ["workspaces", workspace, "logs", name] as const,
};

export type LogSpan = { from: string; to: string };

const path = (workspace: string, name: string, rest: string) =>
  workspaceApi(workspace, `/endpoints/${encodeURIComponent(name)}${rest}`);

export const logQueries = {
  streams: (workspace: string, name: string, isFollowing: boolean) =>
    queryOptions({
      queryKey: [...logKeys.endpoint(workspace, name), "streams"],
      queryFn: ({ signal }) => getJson<LogStreams>(path(workspace, name, "/log-streams"), { signal }),
      refetchInterval: isFollowing ? FOLLOW_MS : false,
    }),
  /** A stream's lines, newest first; while following, the pages already loaded are read again. */
  lines: (workspace: string, name: string, stream: string, isFollowing: boolean) =>
    infiniteQueryOptions({
      queryKey: [...logKeys.endpoint(workspace, name), "lines", stream],
      queryFn: ({ pageParam, signal }) =>
        getJson<LogPage>(path(workspace, name, `/logs?${query({ stream, cursor: pageParam })}`), { signal }),
      initialPageParam: "",
      getNextPageParam: (page) => page.olderCursor ?? undefined,
      enabled: stream !== "",
      refetchInterval: isFollowing ? FOLLOW_MS : false,
    }),
  /** CloudWatch shows lines some seconds after they were written: while `isWaiting`, they are looked for again. */
  between: (workspace: string, name: string, span: LogSpan, isWaiting: boolean) =>
    queryOptions({
      queryKey: [...logKeys.endpoint(workspace, name), "between", span.from, span.to],
      queryFn: ({ signal }) => getJson<LogsBetween>(path(workspace, name, `/log-lines?${query(span)}`), { signal }),
      refetchInterval: isWaiting ? FOLLOW_MS : false,
    }),
  search: (workspace: string, name: string, search: string, stream: string) =>
    infiniteQueryOptions({
      queryKey: [...logKeys.endpoint(workspace, name), "search", search, stream],
      queryFn: ({ pageParam, signal }) =>
        getJson<LogSearch>(path(workspace, name, `/logs?${query({ search, stream, cursor: pageParam })}`), { signal }),
      initialPageParam: "",
      getNextPageParam: (page) => page.cursor ?? undefined,
      enabled: search !== "",
    }),
};

function query(values: Record<string, string>): string {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== "")).toString();
}
