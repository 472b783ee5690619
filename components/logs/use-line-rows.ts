"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

import type { Sight } from "@/lib/logs/find-hits";
import type { LogEvent } from "@/lib/logs/view";

import type { Goal } from "./use-log-reader";

type Options = {
  scroller: RefObject<HTMLElement | null>;
  lines: LogEvent[];
  isNewestFirst: boolean;
  keyOf: (row: number) => string | number;
  /** Changes when rows get another height. */
  layout: string;
  goal: Goal;
  selectedIndex: number;
  isFollowing: boolean;
  sight: RefObject<Sight>;
  onEdge: (edge: "older" | "newer") => void;
};

const LINE_PX = 20;
const FIRST_HEIGHT_PX = 700;
/** So many lines before an end the next page is read. */
const NEAR = 150;

/** Which lines are drawn, and where the list stands: at its goal, at the newest line while it is followed, else where it was. */
export function useLineRows(options: Options) {
  const { scroller, lines, isNewestFirst, goal, selectedIndex, isFollowing, layout, sight, onEdge } = options;
  const count = lines.length;
  const flip = (index: number) => (isNewestFirst ? count - 1 - index : index);
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    getItemKey: options.keyOf,
    overscan: 10,
    // Keeps the line at the top in its place when lines come before it.
    anchorTo: "end",
    initialRect: { width: 0, height: FIRST_HEIGHT_PX },
    initialOffset: () => firstRow() * LINE_PX,
  });

  function firstRow(): number {
    if (goal.to === "selected") return Math.max(0, flip(selectedIndex) - 15);
    return (goal.to === "newest") === isNewestFirst ? 0 : count;
  }

  function toEdge(edge: "newest" | "oldest"): void {
    if ((edge === "newest") === isNewestFirst) virtualizer.scrollToOffset(0);
    else virtualizer.scrollToEnd();
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls once for each turn of the goal
  useLayoutEffect(() => {
    if (goal.to !== "selected") toEdge(goal.to);
    else if (selectedIndex >= 0) virtualizer.scrollToIndex(flip(selectedIndex), { align: "center" });
  }, [goal]);

  const newest = lines.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes along with each newest line
  useLayoutEffect(() => {
    if (isFollowing) toEdge("newest");
  }, [isFollowing, newest, isNewestFirst]);

  const drawn = useRef(layout);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measures anew once for each layout
  useLayoutEffect(() => {
    if (drawn.current === layout) return;
    drawn.current = layout;
    const top = virtualizer.range?.startIndex ?? 0;
    virtualizer.measure();
    virtualizer.scrollToIndex(top, { align: "start" });
  }, [layout]);

  const rows = virtualizer.getVirtualItems();
  const [top, bottom] = [virtualizer.range?.startIndex ?? 0, virtualizer.range?.endIndex ?? 0];
  const [isNearTop, isNearBottom] = [top < NEAR, bottom > count - 1 - NEAR];
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks once for each stretch that comes to its end
  useEffect(() => {
    if (isNearTop) onEdge(isNewestFirst ? "newer" : "older");
    if (isNearBottom) onEdge(isNewestFirst ? "older" : "newer");
  }, [isNearTop, isNearBottom, count, isNewestFirst]);
  useEffect(() => {
    sight.current = { first: flip(isNewestFirst ? bottom : top), last: flip(isNewestFirst ? top : bottom) };
  });

  return {
    rows,
    flip,
    // Not the virtualizer itself, which stays the same while what it says changes.
    totalSize: virtualizer.getTotalSize(),
    measureRow: virtualizer.measureElement,
    scrollToRow: (row: number) => virtualizer.scrollToIndex(row, { align: "auto" }),
  };
}
