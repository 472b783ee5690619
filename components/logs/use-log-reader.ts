"use client";

import { useQueryStates } from "nuqs";
import { useState } from "react";

import { useDebounced } from "@/components/ui/use-debounced";
import { findPlace, type LinePlace, placeOf, reaches } from "@/lib/logs/join-pages";
import { ALL_STREAMS, type LogSpan } from "@/lib/logs/queries";
import type { LogEvent, LogSource, LogStream } from "@/lib/logs/view";

import { logParams } from "./log-params";
import { useFoundLines } from "./use-found-lines";
import { useLiveTail } from "./use-live-tail";
import { useLogWindow } from "./use-log-window";
import { useNewLines } from "./use-new-lines";

/** Where the list is to be scrolled to; a new `turn` asks again. */
export type Goal = { to: "newest" | "oldest" | "selected"; turn: number };
type Selected = LinePlace & { id: string | null };

export type LogReader = ReturnType<typeof useLogReader>;

const BEGINNING = new Date(0).toISOString();
const NO_SPAN = { since: null, until: null, request: null };
const SEARCH_AFTER_MS = 400;

/** A log as it is looked at: what is loaded, which line is selected, where to scroll, and whether it is followed. */
export function useLogReader(source: LogSource, streams: LogStream[], mayWrite: boolean) {
  const [params, setParams] = useQueryStates(logParams, { history: "replace" });
  const linked = params.at?.toISOString() ?? null;
  // A link to a time alone may mean any of the streams. The choice stays although another stream is written to later.
  const [usual] = useState(() => (linked && streams.length > 1 ? ALL_STREAMS : (streams[0]?.name ?? "")));
  const stream = params.stream || usual;
  const [opened, setOpened] = useState(linked);
  const [wantsFollow, setFollow] = useState(linked === null);
  const [isAtNewest, setAtNewest] = useState(linked === null);
  const [selected, setSelected] = useState<Selected | null>(
    linked ? { id: null, at: linked, mark: params.line } : null,
  );
  const [goal, setGoal] = useState<Goal>({ to: linked ? "selected" : "newest", turn: 0 });

  const search = useDebounced(params.search, SEARCH_AFTER_MS);
  const span = spanOf(params.since, params.until);
  const isFiltered = params.level !== null || span !== null || (params.only && params.search !== "");
  const isAlive = mayWrite && !isFiltered;
  const isFollowing = wantsFollow && isAlive;
  const live = useLiveTail({ source, stream, at: opened, isOn: params.live && isAlive });
  const isLive = live.state?.is === "live";
  const whole = useLogWindow({ source, stream, at: opened, isAlive, isLive, isFollowing });
  // Of a request's lines those with a text are looked for when only they are asked for; others have them marked.
  const sought = span && params.level === null && !params.only ? "" : search;
  const hasWish = isFiltered && (params.level !== null || span !== null || search !== "");
  const found = useFoundLines(source, hasWish ? { search: sought, level: params.level, stream, span } : null);
  const shown = isFiltered ? found : whole;
  const selectedIndex = selected ? indexOf(shown.lines, selected, isFiltered) : -1;

  const newLines = useNewLines(whole, opened === null && !isFiltered, isFollowing);

  const scrollTo = (to: Goal["to"]) => setGoal(({ turn }) => ({ to, turn: turn + 1 }));

  function mark(line: Selected | null): void {
    setSelected(line);
    setFollow(false);
    void setParams(line ? { at: new Date(line.at), line: line.mark, stream } : { at: null, line: null });
  }

  function open(at: string | null, to: Goal["to"]): void {
    setOpened(at);
    scrollTo(to);
  }

  return {
    source,
    params,
    setParams,
    stream,
    streams,
    shown,
    isFiltered,
    /** The time whose lines alone are shown; null: any. */
    span,
    mayWrite,
    isFollowing,
    isAtNewest,
    live,
    /** Lines that came while the reader was elsewhere. */
    newLines,
    goal,
    /** Changes when other lines come in place of the shown ones. */
    listKey: isFiltered ? `found ${sought} ${params.level} ${stream} ${span?.from} ${span?.to}` : `${stream} ${opened}`,
    selectedIndex,
    select(index: number): void {
      const line = shown.lines[index];
      if (line) mark({ id: line.id, ...placeOf(line) });
    },
    unselect: () => mark(null),
    /** Selects a line and scrolls to it, also when it is not loaded yet. */
    reveal(line: LogEvent): void {
      const isLoaded = !isFiltered && reaches(whole.lines, line.at);
      mark({ id: isLoaded || isFiltered ? line.id : null, ...placeOf(line) });
      if (isLoaded || isFiltered) scrollTo("selected");
      else open(line.at, "selected");
    },
    /** From a found line to the log around it. */
    showInLog(line: LogEvent): void {
      mark({ id: null, ...placeOf(line) });
      void setParams({ only: false, level: null, ...NO_SPAN });
      open(line.at, "selected");
    },
    /** Shows the lines of a time alone; null: of any. */
    setSpan(next: LogSpan | null): void {
      mark(null);
      void setParams(next ? { since: new Date(next.from), until: new Date(next.to) } : NO_SPAN);
    },
    toNewest(): void {
      mark(null);
      setFollow(true);
      if (isFiltered) scrollTo("newest");
      else open(null, "newest");
    },
    toOldest(): void {
      mark(null);
      if (shown.isOldest) scrollTo("oldest");
      else open(BEGINNING, "oldest");
    },
    setStream(name: string): void {
      mark(null);
      setFollow(true);
      void setParams({ stream: name });
      open(null, "newest");
    },
    /** Told of each scrolling: following ends when the reader goes away from the newest line, and begins there again. */
    onScrolled(isAtEdge: boolean, isByReader: boolean): void {
      const isEdge = isAtEdge && shown.isNewest;
      setAtNewest(isEdge);
      if (isByReader) setFollow(isEdge);
    },
  };
}

function spanOf(since: Date | null, until: Date | null): LogSpan | null {
  return since && until && since <= until ? { from: since.toISOString(), to: until.toISOString() } : null;
}

function indexOf(lines: readonly LogEvent[], { id, ...place }: Selected, isFiltered: boolean): number {
  const index = id === null ? -1 : lines.findIndex((line) => line.id === id);
  if (index >= 0) return index;
  const near = findPlace(lines, place);
  const isThere = near >= 0 && (lines[near]?.at === place.at || !isFiltered);
  return isThere ? near : -1;
}
