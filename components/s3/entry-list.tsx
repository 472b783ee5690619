"use client";

import { Database, File, Folder } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef } from "react";

import { useVisibleRows } from "@/components/data-table/use-visible-rows";
import { useNow } from "@/components/ui/use-now";
import { cn } from "@/lib/cn";
import { formatBytes } from "@/lib/format/bytes";
import { formatDateTimeExact, formatRelative } from "@/lib/format/dates";

export type EntryRow = {
  id: string;
  kind: "bucket" | "prefix" | "object";
  name: string;
  note?: string;
  bytes?: number;
  at?: string | null;
};

type EntryListProps = {
  label: string;
  rows: readonly EntryRow[];
  active: number;
  onActive: (index: number) => void;
  /** Enter or a click on what can be opened; for an object Enter or a double click. */
  onOpen: (row: EntryRow) => void;
  onUp: () => void;
  /** Called when the end comes into sight. */
  onMore?: (() => void) | undefined;
  listRef: React.RefObject<HTMLDivElement | null>;
};

const ROW_PX = 36;
const ICONS = { bucket: Database, prefix: Folder, object: File } as const;

/** What lies in a place, one a line: arrows move, Enter opens, Backspace goes up. Draws only the lines in sight. */
export function EntryList({ label, rows, active, onActive, onOpen, onUp, onMore, listRef }: EntryListProps) {
  const id = useId();
  const visible = useVisibleRows(rows.length, listRef);
  const typed = useRef({ text: "", at: 0 });

  // While a folder loads there is no list: the one that comes takes the focus that its forerunner left behind.
  useEffect(() => {
    const focused = document.activeElement;
    if (focused === document.body || focused?.getAttribute("role") === "dialog") listRef.current?.focus();
  }, [listRef]);

  function move(to: number) {
    const index = Math.max(0, Math.min(rows.length - 1, to));
    onActive(index);
    const list = listRef.current;
    if (list) list.scrollTop = scrollFor(index, list.scrollTop, list.clientHeight);
  }

  function onKeyDown(event: KeyboardEvent) {
    const row = rows[active];
    const steps: Record<string, () => void> = {
      ArrowDown: () => move(active + 1),
      ArrowUp: () => move(active - 1),
      PageDown: () => move(active + 10),
      PageUp: () => move(active - 10),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      Enter: () => row && onOpen(row),
      ArrowRight: () => row && row.kind !== "object" && onOpen(row),
      ArrowLeft: onUp,
      Backspace: onUp,
    };
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      step();
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      const { text, at } = typed.current;
      typed.current = { text: event.timeStamp - at < 800 ? text + event.key : event.key, at: event.timeStamp };
      const found = rows.findIndex(({ name }) => name.toLowerCase().startsWith(typed.current.text.toLowerCase()));
      if (found >= 0) move(found);
    }
  }

  return (
    <div
      ref={listRef}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={rows[active] ? `${id}-${active}` : undefined}
      onKeyDown={onKeyDown}
      onScroll={(event) => {
        const { scrollTop, clientHeight, scrollHeight } = event.currentTarget;
        if (scrollTop + clientHeight > scrollHeight - 20 * ROW_PX) onMore?.();
      }}
      className="relative h-80 overflow-y-auto rounded-control border border-border bg-panel -outline-offset-2"
    >
      <div style={{ height: visible.before }} />
      {visible.indexes.map((index) => {
        const row = rows[index];
        return row ? (
          <Line
            key={row.id}
            id={`${id}-${index}`}
            row={row}
            isActive={index === active}
            position={index + 1}
            count={onMore ? -1 : rows.length}
            onClick={() => {
              onActive(index);
              if (row.kind !== "object") onOpen(row);
            }}
            onDoubleClick={() => row.kind === "object" && onOpen(row)}
          />
        ) : null;
      })}
      <div style={{ height: visible.after }} />
    </div>
  );
}

/** Where the list must stand for a line to be in sight. */
function scrollFor(index: number, top: number, height: number): number {
  const start = index * ROW_PX;
  if (start < top) return start;
  return start + ROW_PX > top + height ? start + ROW_PX - height : top;
}

type LineProps = {
  id: string;
  row: EntryRow;
  isActive: boolean;
  position: number;
  count: number;
  onClick: () => void;
  onDoubleClick: () => void;
};

function Line({ id, row, isActive, position, count, onClick, onDoubleClick }: LineProps) {
  const now = useNow();
  const Icon = ICONS[row.kind];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it has the focus and takes the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-posinset={position}
      aria-setsize={count}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      className={cn(
        "flex h-9 cursor-pointer items-center gap-2 px-3 text-sm hover:bg-hover",
        isActive && "bg-selected hover:bg-selected",
      )}
    >
      <Icon
        aria-hidden="true"
        className={cn("size-4 shrink-0", row.kind === "object" ? "text-muted" : "text-accent-text")}
      />
      <span className="min-w-0 flex-1 truncate font-mono" title={row.name}>
        {row.name}
      </span>
      {row.note ? <span className="shrink-0 text-xs text-muted">{row.note}</span> : null}
      {row.bytes === undefined ? null : (
        <span className="shrink-0 text-muted tabular-nums">{formatBytes(row.bytes)}</span>
      )}
      {row.at ? (
        <span className="w-28 shrink-0 text-right text-muted max-sm:hidden" title={formatDateTimeExact(row.at)}>
          {now === null ? null : formatRelative(row.at, now)}
        </span>
      ) : null}
    </div>
  );
}
