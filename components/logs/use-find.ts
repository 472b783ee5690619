"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useDeferredValue, useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { beyond, type Direction, hitsIn, nextHit, type Sight } from "@/lib/logs/find-hits";
import { logQueries } from "@/lib/logs/queries";
import type { LogEvent } from "@/lib/logs/view";
import { problemIn } from "@/lib/problem-in";

import type { LogReader } from "./use-log-reader";

export type Find = ReturnType<typeof useFind>;

/** Goes from hit to hit: among the loaded lines, and beyond them by asking CloudWatch. */
export function useFind(reader: LogReader, sight: RefObject<Sight>) {
  const client = useQueryClient();
  const { id } = useWorkspace();
  const { source, stream, shown, selectedIndex, isFiltered } = reader;
  const { search } = reader.params;
  const hits = hitsIn(shown.lines, useDeferredValue(search));
  const [isSeeking, setSeeking] = useState(false);
  const [note, setNote] = useState({ search: "", text: "" });
  const isWhole = isFiltered || (shown.isOldest && shown.isNewest);

  /** To the next hit among lines that are newer (1) or older (-1). */
  async function go(direction: Direction): Promise<void> {
    if (search === "" || isSeeking) return;
    const hit = nextHit(hits, direction, selectedIndex, sight.current);
    const isEnd = direction > 0 ? shown.isNewest : shown.isOldest;
    const near = hit ?? (selectedIndex < 0 ? nextHit(hits, direction > 0 ? -1 : 1, -1, sight.current) : undefined);
    if (near !== undefined && (hit !== undefined || isEnd || isWhole)) return reveal(shown.lines[near]);
    if (isWhole) return reveal(shown.lines[(direction > 0 ? hits[0] : hits.at(-1)) ?? -1]);
    setSeeking(true);
    try {
      const all = await client.fetchQuery(logQueries.hits(id, source, { search, level: null, stream, span: null }));
      reveal(beyond(all, shown.lines, direction, selectedIndex < 0));
    } catch (cause) {
      setNote({ search, text: problemIn(cause).message });
    } finally {
      setSeeking(false);
    }
  }

  function reveal(line: LogEvent | undefined): void {
    setNote({ search, text: line ? "" : "No line of the log has this text. CloudWatch tells capitals apart." });
    if (line) reader.reveal(line);
  }

  const rank = hits.indexOf(selectedIndex);
  return {
    isSeeking,
    count: hits.length,
    /** Which of the hits is selected, counted from the oldest; 0: none. */
    rank: rank + 1,
    isWhole,
    note: note.search === search ? note.text : "",
    go,
  };
}
