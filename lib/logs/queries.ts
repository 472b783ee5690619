import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { LevelFilter } from "./log-text";
import { addRead, trimPages } from "./merge-lines";
import type { LogEvent, LogPage, LogSearch, LogSource, LogStreams, LogsBetween } from "./view";

const FOLLOW_MS = 5_000;
/** A live tail shows a sample of a busy log: the rest is read behind it. */
const LIVE_CHECK_MS = 15_000;
/** Of a log that is followed for hours so many lines are kept at least. */
const MAX_FOLLOWED_LINES = 50_000;
/** CloudWatch takes a few seconds to show a line; after so long none will come. */
export const LATE_MS = 60_000;
/** New streams come with new instances only. */
const STREAMS_MS = 30_000;
/** Requests of one search for the next hit; each is up to eight pages of CloudWatch. */
const SEEK_REQUESTS = 10;

/** As `stream`: the lines of all streams together. */
export const ALL_STREAMS = "all";

export type LogSpan = { from: string; to: string };
/** Which stretch of a log: around a time, or with none of these the newest lines. */
type PagePlace = { at?: string; older?: string; newer?: string };

const keyOf = (workspace: string, { of, name }: LogSource) => ["workspaces", workspace, "logs", of, name] as const;

const path = (workspace: string, { of, name }: LogSource, rest: string) =>
  workspaceApi(workspace, `/${of}/${encodeURIComponent(name)}${rest}`);

const read = <T>(
  workspace: string,
  source: LogSource,
  values: Record<string, string | undefined>,
  signal: AbortSignal,
) => getJson<T>(path(workspace, source, `/logs?${query(values)}`), { signal });

const named = (stream: string) => (stream === ALL_STREAMS ? "" : stream);

export const logQueries = {
  streams: (workspace: string, source: LogSource, isLive: boolean) =>
    queryOptions({
      queryKey: [...keyOf(workspace, source), "streams"],
      queryFn: ({ signal }) => getJson<LogStreams>(path(workspace, source, "/log-streams"), { signal }),
      refetchInterval: ({ state }) => isLive && (state.data?.streams.length ? STREAMS_MS : FOLLOW_MS),
    }),
  /** A stretch of the log that grows in both directions, from around a time or from the newest line back. */
  lines: (workspace: string, source: LogSource, stream: string, at: string | null) =>
    infiniteQueryOptions({
      queryKey: [...keyOf(workspace, source), "lines", stream, at],
      queryFn: ({ pageParam, signal }) =>
        read<LogPage>(workspace, source, { stream: named(stream), ...pageParam }, signal),
      initialPageParam: (at === null ? {} : { at }) as PagePlace,
      getPreviousPageParam: (first): PagePlace | undefined =>
        first.older === null ? undefined : { older: first.older },
      getNextPageParam: (last): PagePlace | undefined => (last.isNewest ? undefined : { newer: last.newer }),
      enabled: stream !== "",
      // Lines never change, and what follows is asked for by itself. Comparing thousands of them would take longest.
      staleTime: Number.POSITIVE_INFINITY,
      structuralSharing: false,
    }),
  /**
   * What was written since the newest line that is known: asked for again and again while the page is looked at. Seldom
   * while a live tail shows it first (`isLive`); while the newest line is followed, old lines are let go.
   */
  tail: (
    workspace: string,
    source: LogSource,
    stream: string,
    at: string | null,
    { isLive, isFollowing }: { isLive: boolean; isFollowing: boolean },
  ) =>
    queryOptions({
      queryKey: [...keyOf(workspace, source), "tail", stream, at],
      queryFn: async ({ client, signal }) => {
        const { queryKey } = logQueries.lines(workspace, source, stream, at);
        const newer = client.getQueryData(queryKey)?.pages.at(-1)?.newer;
        if (newer === undefined) return null;
        const page = await read<LogPage>(workspace, source, { stream: named(stream), newer }, signal);
        client.setQueryData(queryKey, (known) => {
          if (known?.pages.at(-1)?.newer !== newer) return known;
          const all = addRead<unknown>(known, page, { newer }, stream === ALL_STREAMS);
          return isFollowing ? trimPages(all, MAX_FOLLOWED_LINES) : all;
        });
        return page.newer;
      },
      refetchInterval: isLive ? LIVE_CHECK_MS : FOLLOW_MS,
      gcTime: 0,
    }),
  /** The last lines of a stream, few enough to be shown beside something else. */
  lastLines: (workspace: string, source: LogSource, stream: string, limit: number) =>
    queryOptions({
      queryKey: [...keyOf(workspace, source), "last", stream, limit],
      queryFn: ({ signal }) => read<LogPage>(workspace, source, { stream, limit: String(limit) }, signal),
      enabled: stream !== "",
    }),
  /** CloudWatch shows lines some seconds after they were written: while `isWaiting`, they are looked for again. */
  between: (workspace: string, source: LogSource, span: LogSpan, isWaiting: boolean) =>
    queryOptions({
      queryKey: [...keyOf(workspace, source), "between", span.from, span.to],
      queryFn: ({ signal }) => getJson<LogsBetween>(path(workspace, source, `/log-lines?${query(span)}`), { signal }),
      refetchInterval: isWaiting ? FOLLOW_MS : false,
    }),
  /** Lines of the whole log that hold a text, are loud enough or were written in a time; in one that is just over again and again. */
  search: (workspace: string, source: LogSource, wish: SearchWish) =>
    infiniteQueryOptions({
      queryKey: [...keyOf(workspace, source), "search", wish],
      queryFn: ({ pageParam, signal }) => searchPage(workspace, source, wish, pageParam, signal),
      initialPageParam: "",
      getNextPageParam: (page) => page.cursor ?? undefined,
      refetchInterval: () => wish.span !== null && Date.now() - Date.parse(wish.span.to) < LATE_MS && FOLLOW_MS,
      structuralSharing: false,
    }),
  /** All of them in one answer, as far as some requests reach. */
  hits: (workspace: string, source: LogSource, wish: SearchWish) =>
    queryOptions({
      queryKey: [...keyOf(workspace, source), "hits", wish],
      queryFn: async ({ signal }) => {
        const events: LogEvent[] = [];
        let cursor = "";
        for (let request = 0; request < SEEK_REQUESTS; request += 1) {
          const page = await searchPage(workspace, source, wish, cursor, signal);
          events.push(...page.events);
          if (page.cursor === null) break;
          cursor = page.cursor;
        }
        return events;
      },
    }),
};

export type SearchWish = { search: string; level: LevelFilter | null; stream: string; span: LogSpan | null };

function searchPage(
  workspace: string,
  source: LogSource,
  { search, level, stream, span }: SearchWish,
  cursor: string,
  signal: AbortSignal,
): Promise<LogSearch> {
  const values = { search, level: level ?? "", stream: named(stream), ...span, cursor };
  return read<LogSearch>(workspace, source, values, signal);
}

/** Where a log is told while it is written: of one stream, or of all. */
export function liveLogPath(workspace: string, source: LogSource, stream: string): string {
  return path(workspace, source, `/live-log?${query({ stream: named(stream) })}`);
}

/** Where the whole log is downloaded from: of one stream, or of all. */
export function logFilePath(workspace: string, source: LogSource, stream: string): string {
  return path(workspace, source, `/log-file?${query({ stream: named(stream) })}`);
}

function query(values: Record<string, string | undefined>): string {
  return new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
}
