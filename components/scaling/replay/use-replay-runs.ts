"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import type { ReplayChange, ReplayHistory } from "@/lib/scaling/replay/view";

import { ReplayClient } from "./replay-client";

export type LoadedClient = { client: ReplayClient; key: string };

/** A worker that holds a history, as long as it is shown; null until it is there. */
export function useReplayClient(history: ReplayHistory, newTarget: number): LoadedClient | null {
  const [loaded, setLoaded] = useState<LoadedClient | null>(null);
  useEffect(() => {
    const client = new ReplayClient(history, newTarget);
    setLoaded({ client, key: crypto.randomUUID() });
    return () => client.close();
  }, [history, newTarget]);
  return loaded;
}

/** The run of a change, or of the settings as they are where it is null. */
export function useReplayRun(
  loaded: LoadedClient | null,
  change: ReplayChange | null,
  { judgedBy, startUpMinutes }: { judgedBy: number; startUpMinutes: number },
) {
  return useQuery({
    queryKey: ["replay", loaded?.key ?? "", change, judgedBy, startUpMinutes],
    queryFn: () => loaded?.client.run({ change, judgedBy, startUpMinutes }) ?? null,
    enabled: loaded !== null,
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
}

/** A sweep around a change, with how far it has come. */
export function useSweep(
  loaded: LoadedClient | null,
  change: ReplayChange,
  { judgedBy, startUpMinutes }: { judgedBy: number; startUpMinutes: number },
) {
  const [share, setShare] = useState(0);
  const sweep = useQuery({
    queryKey: ["sweep", loaded?.key ?? "", change, judgedBy, startUpMinutes],
    queryFn: () => {
      setShare(0);
      return loaded?.client.sweep({ change, judgedBy, startUpMinutes }, setShare) ?? null;
    },
    enabled: loaded !== null,
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  return { sweep, share };
}
