"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";

const VIRTUAL_FROM = 200;
const ROW_HEIGHT_PX = 36;

type VisibleRows = { isVirtual: boolean; indexes: number[]; before: number; after: number };

/** Which rows to draw, and how much room the others take before and after them. */
export function useVisibleRows(count: number, scroller: RefObject<HTMLElement | null>): VisibleRows {
  const isVirtual = count > VIRTUAL_FROM;
  const virtualizer = useVirtualizer({
    count,
    enabled: isVirtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 12,
    initialRect: { width: 0, height: 1_000 },
  });
  if (!isVirtual)
    return { isVirtual, indexes: Array.from({ length: count }, (_, index) => index), before: 0, after: 0 };

  const items = virtualizer.getVirtualItems();
  return {
    isVirtual,
    indexes: items.map((item) => item.index),
    before: items[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
  };
}
