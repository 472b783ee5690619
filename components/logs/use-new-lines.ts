"use client";

import { useState } from "react";

import type { LogWindow } from "./use-log-window";

/** How many lines came since the reader went away from the newest one; 0 while it is followed. */
export function useNewLines({ lines, isNewest }: LogWindow, isCounted: boolean, isFollowing: boolean): number {
  const [seen, setSeen] = useState<string | null>(null);
  const newest = isCounted && isNewest ? (lines.at(-1)?.id ?? null) : null;
  if ((newest === null || isFollowing || seen === null) && seen !== newest) setSeen(newest);
  if (isFollowing || seen === null || newest === null) return 0;
  const index = lines.findLastIndex(({ id }) => id === seen);
  return index < 0 ? 0 : lines.length - 1 - index;
}
