"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";

import { Button } from "@/components/ui/button";
import { plural } from "@/lib/format/numbers";
import type { ShownRow } from "@/lib/transform/preview-result";

import { ResultRow } from "./result-row";

type Props = {
  rows: ShownRow[];
  /** Records looked at so far. */
  scanned: number;
  isSearching: boolean;
  more: { onMore: () => void; busy: boolean } | null;
};

const ROW_PX = 44;
/** Fewer rows are all drawn. */
const VIRTUAL_FROM = 100;
const NEAR_END = 20;

/** Records beside their answers. Only rows in sight are drawn; the next page is read when its end comes near. */
export function ResultsTable({ rows, scanned, isSearching, more }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: rows.length > VIRTUAL_FROM,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    initialRect: { width: 0, height: 700 },
  });
  const isVirtual = rows.length > VIRTUAL_FROM;
  const items = isVirtual
    ? virtualizer.getVirtualItems()
    : rows.map((row, index) => ({ index, key: row.number, start: 0, end: 0 }));
  const last = items.at(-1)?.index ?? 0;
  const wantsMore =
    !isSearching && more !== null && !more.busy && last > rows.length - NEAR_END && scroller.current !== null;
  const onMore = more?.onMore;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks once for each stretch of rows that comes to its end.
  useEffect(() => {
    if (wantsMore && (scroller.current?.scrollTop ?? 0) > 0) onMore?.();
  }, [wantsMore, rows.length]);

  return (
    <div className="overflow-hidden rounded-panel border border-border bg-panel">
      <section
        ref={scroller}
        aria-label="Records and answers"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="max-h-[65dvh] overflow-auto -outline-offset-2"
      >
        <table aria-label="Results" aria-rowcount={rows.length + 1} className="w-full table-fixed text-left text-sm">
          <thead className="sticky top-0 z-10 bg-panel text-xs text-muted">
            <tr>
              <th scope="col" className="w-20 px-4 py-2 font-medium">
                Record
              </th>
              <th scope="col" className="py-2 pr-3 font-medium">
                Input
              </th>
              <th scope="col" className="py-2 pr-4 font-medium">
                Answer
              </th>
            </tr>
          </thead>
          <tbody>
            <Spacer height={items[0]?.start ?? 0} />
            {items.map(({ index, key }) => {
              const row = rows[index];
              return row ? <ResultRow key={key} ref={virtualizer.measureElement} index={index} row={row} /> : null;
            })}
            <Spacer height={isVirtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0} />
          </tbody>
        </table>
        {rows.length === 0 ? <p className="px-4 py-3 text-sm text-muted">No record holds this text so far.</p> : null}
      </section>
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-border px-4 py-2 text-sm text-muted">
        <span aria-live="polite">
          {isSearching
            ? `${plural(rows.length, "record")} found in the first ${plural(scanned, "record")}`
            : `${plural(rows.length, "record")} read${more ? "" : ", to the end"}`}
        </span>
        {more ? (
          <Button size="sm" busy={more.busy} onClick={more.onMore}>
            {isSearching ? "Search on" : "Read on"}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Spacer({ height }: { height: number }) {
  return height > 0 ? (
    <tr>
      <td colSpan={3} style={{ height }} />
    </tr>
  ) : null;
}
