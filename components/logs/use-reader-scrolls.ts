"use client";

import { useRef } from "react";

/** Scrolling so long after a wheel, finger, key or press is the reader's. */
const INTENT_MS = 1_000;
/** A scroll bar is dragged for longer, and tells only of its beginning. */
const PRESS_MS = 5_000;

/** Tells scrolling by the reader from scrolling by the page itself, for which browsers send the same event. */
export function useReaderScrolls() {
  const until = useRef(0);
  const note = (ms: number) => () => {
    until.current = performance.now() + ms;
  };
  return {
    handlers: {
      onWheel: note(INTENT_MS),
      onTouchMove: note(INTENT_MS),
      onKeyDownCapture: note(INTENT_MS),
      onPointerDown: note(PRESS_MS),
    },
    isByReader: () => performance.now() < until.current,
  };
}
