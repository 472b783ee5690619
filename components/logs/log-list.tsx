"use client";

import { type KeyboardEvent, type MouseEvent, type RefObject, type UIEvent, useId, useRef } from "react";

import { cn } from "@/lib/cn";
import type { Sight } from "@/lib/logs/find-hits";
import { ALL_STREAMS } from "@/lib/logs/queries";
import { shortStream } from "@/lib/logs/view";

import { LineActions } from "./line-actions";
import { LogRow } from "./log-row";
import { useLineRows } from "./use-line-rows";
import type { LogReader } from "./use-log-reader";
import { useReaderScrolls } from "./use-reader-scrolls";

type Props = {
  reader: LogReader;
  sight: RefObject<Sight>;
  keyOf: (row: number) => string | number;
  search: string;
  expanded: ReadonlySet<string>;
  onToggle: (id: string) => void;
};

/** So near to its end the list counts as being there. */
const EDGE_PX = 40;

/** The lines, of which only those in sight are drawn. One of them can be selected, by mouse or arrow keys. */
export function LogList({ reader, sight, keyOf, search, expanded, onToggle }: Props) {
  const scroller = useRef<HTMLElement>(null);
  const help = useId();
  const { shown, selectedIndex, params } = reader;
  const { lines } = shown;
  const isNewestFirst = params.order === "newest";
  const hasSeveral = reader.stream === ALL_STREAMS && reader.streams.length > 1;
  const { handlers, isByReader } = useReaderScrolls();
  const { rows, flip, totalSize, measureRow, scrollToRow } = useLineRows({
    scroller,
    lines,
    isNewestFirst,
    keyOf,
    layout: `${params.wrap} ${params.times}`,
    goal: reader.goal,
    selectedIndex,
    isFollowing: reader.isFollowing,
    sight,
    onEdge: (edge) => (edge === "older" ? shown.loadOlder() : shown.loadNewer()),
  });

  function onScroll({ currentTarget: { scrollTop, scrollHeight, clientHeight } }: UIEvent): void {
    const distance = isNewestFirst ? scrollTop : scrollHeight - clientHeight - scrollTop;
    reader.onScrolled(distance < EDGE_PX, isByReader());
  }

  function onClick({ target }: MouseEvent): void {
    if (!(target instanceof Element) || target.closest("button, a") || !getSelection()?.isCollapsed) return;
    const row = target.closest<HTMLElement>("[data-index]")?.dataset.index;
    if (row !== undefined) reader.select(flip(Number(row)));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const line = lines[selectedIndex];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      const row = line ? flip(selectedIndex) + step : flip(isNewestFirst ? sight.current.last : sight.current.first);
      const next = Math.min(Math.max(row, 0), lines.length - 1);
      reader.select(flip(next));
      scrollToRow(next);
    } else if (line && event.key === "Enter") onToggle(line.id);
    else if (line && event.key === "Escape") reader.unselect();
    else return;
    event.preventDefault();
  }

  return (
    <>
      <p id={help} className="sr-only">
        Up and Down select a line, Tab goes to what can be done with it, Enter unfolds it.
      </p>
      <section
        ref={scroller}
        aria-label="Log lines"
        aria-describedby={help}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="h-[calc(100dvh-23rem)] min-h-80 overflow-auto overscroll-contain -outline-offset-2 max-sm:h-[65dvh] [overflow-anchor:none]"
        {...handlers}
        onScroll={onScroll}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <ol className="relative font-mono text-xs leading-5" style={{ height: totalSize }}>
          {rows.map(({ index, key, start }) => {
            const event = lines[flip(index)];
            if (!event) return null;
            const isSelected = flip(index) === selectedIndex;
            return (
              <li
                key={key}
                ref={measureRow}
                data-index={index}
                aria-current={isSelected || undefined}
                className={cn(
                  "absolute top-0 left-0 flex min-w-full gap-3 border-l-2 px-4 hover:bg-hover max-sm:gap-2 max-sm:px-2",
                  params.wrap ? "w-full" : "w-max",
                  isSelected ? "border-accent bg-selected" : "border-transparent",
                )}
                style={{ transform: `translateY(${start}px)` }}
              >
                <LogRow
                  event={event}
                  times={params.times}
                  wrap={params.wrap}
                  search={search}
                  stream={hasSeveral ? shortStream(event.stream, reader.source) : null}
                  isExpanded={expanded.has(event.id)}
                  onToggle={onToggle}
                />
                {isSelected ? <LineActions reader={reader} line={event} /> : null}
              </li>
            );
          })}
        </ol>
      </section>
    </>
  );
}
