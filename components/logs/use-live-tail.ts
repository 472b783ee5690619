"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { followTail, type LiveState } from "@/lib/logs/live/follow-tail";
import { addLive } from "@/lib/logs/merge-lines";
import { liveLogPath, logQueries } from "@/lib/logs/queries";
import type { LogSource } from "@/lib/logs/view";

export type LiveTail = {
  /** Null: it is not asked for. */
  state: LiveState | null;
  /** The last second had more lines than it shows. */
  isSampled: boolean;
  retry: () => void;
};

type Options = { source: LogSource; stream: string; at: string | null; isOn: boolean };

/** Lines that a live tail showed have names of this page alone. */
let shown = 0;

function nextId(): string {
  shown += 1;
  return `live/${shown}`;
}

/** Puts what is written to a log on the page within a second or two, while it is on. */
export function useLiveTail({ source: { of, name }, stream, at, isOn }: Options): LiveTail {
  const client = useQueryClient();
  const { id } = useWorkspace();
  const [state, setState] = useState<LiveState | null>(null);
  const [isSampled, setSampled] = useState(false);
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn opens it again
  useEffect(() => {
    if (!isOn || stream === "") return;
    const left = new AbortController();
    const source = { of, name };
    const lines = logQueries.lines(id, source, stream, at).queryKey;
    const tail = logQueries.tail(id, source, stream, at, { isLive: true, isFollowing: false }).queryKey;
    void followTail({
      path: liveLogPath(id, source, stream),
      signal: left.signal,
      onStart: () => void client.invalidateQueries({ queryKey: tail }),
      onUpdate: (update) => {
        setSampled(update.isSampled);
        client.setQueryData(lines, (known) => {
          return known && addLive(known, update.lines, nextId);
        });
      },
      onState: setState,
    });
    return () => {
      left.abort();
      setState(null);
    };
  }, [isOn, of, name, stream, at, id, client, turn]);

  return { state, isSampled, retry: () => setTurn((known) => known + 1) };
}
