"use client";

import { useState } from "react";

export type TokenPaging = {
  page: number;
  isFirst: boolean;
  /** Null when there is no such page, or when it is not known yet. */
  next: (() => void) | null;
  previous: (() => void) | null;
};

type Options = {
  /** The page that the address names; "" is the first. */
  cursor: string;
  nextCursor: string | null | undefined;
  onCursor: (cursor: string | null) => void;
};

/** Pages by AWS's tokens, which lead only forward: the way back is remembered here, and `restart` forgets it. */
export function useTokenPaging({ cursor, nextCursor, onCursor }: Options): {
  paging: TokenPaging;
  restart: () => void;
} {
  const [before, setBefore] = useState<string[]>([]);

  function next() {
    if (!nextCursor) return;
    setBefore([...before, cursor]);
    onCursor(nextCursor);
  }
  function previous() {
    onCursor(before.at(-1) || null);
    setBefore(before.slice(0, -1));
  }
  const paging = {
    page: before.length + 1,
    isFirst: cursor === "",
    next: nextCursor ? next : null,
    previous: cursor === "" ? null : previous,
  };
  return { paging, restart: () => setBefore([]) };
}
