"use client";

import { useEffect, useRef, useState } from "react";

/** So near to the end one means the end. */
const NEAR_PX = 48;

/**
 * Keeps a scrolling list at its end while it grows, until the reader scrolls up; from then on it stays where they read.
 * `mark` changes with what is in the list.
 */
export function useStickToEnd(mark: unknown) {
  const list = useRef<HTMLElement>(null);
  const isStuck = useRef(true);
  const [isAtEnd, setAtEnd] = useState(true);

  useEffect(() => {
    if (mark !== undefined && isStuck.current) toEnd(list.current);
  }, [mark]);

  return {
    list,
    isAtEnd,
    onScroll: () => {
      const element = list.current;
      if (!element) return;
      isStuck.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
      setAtEnd(isStuck.current);
    },
    stick: () => {
      isStuck.current = true;
      setAtEnd(true);
      toEnd(list.current);
    },
  };
}

function toEnd(element: HTMLElement | null): void {
  if (element) element.scrollTop = element.scrollHeight;
}
