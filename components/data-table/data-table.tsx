"use client";

import type { RowData } from "@tanstack/react-table";
import { type ReactNode, useRef } from "react";

import { Button } from "@/components/ui/button";
import { plural } from "@/lib/format/numbers";

import { TableHead } from "./table-head";
import { DataTableRow } from "./table-row";
import type { DataTableModel } from "./use-data-table";
import { useVisibleRows } from "./use-visible-rows";

type DataTableProps<T extends RowData> = {
  /** The table's name. */
  label: string;
  table: DataTableModel<T>;
  more?: { onMore: () => unknown; busy: boolean } | null;
  /** Shown instead of the table when there is no row. */
  empty?: ReactNode;
  /** Right of the row count, below the table. */
  footer?: ReactNode;
};

/** The console's table: sticky head, 36 px rows, two-line rows on phones; above 200 rows only the visible ones exist. */
export function DataTable<T extends RowData>({ label, table, more = null, empty, footer }: DataTableProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const { rows } = table.getRowModel();
  const visible = useVisibleRows(rows.length, scroller);
  if (rows.length === 0 && empty) return <>{empty}</>;

  return (
    <div className="min-w-0">
      <section
        ref={scroller}
        aria-label={`${label}, scrollable`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="relative overflow-auto rounded-panel border border-border bg-panel -outline-offset-2 sm:max-h-[calc(100dvh-12rem)]"
      >
        <table
          aria-label={label}
          aria-rowcount={more ? -1 : rows.length + 1}
          className="w-full border-separate border-spacing-0 text-sm leading-[1.35] max-sm:table-fixed"
        >
          <TableHead table={table} />
          <tbody className="[&>tr:last-child>td]:border-b-0">
            <Spacer height={visible.before} />
            {visible.indexes.map((index) => {
              const row = rows[index];
              if (!row) return null;
              // A row stays the same object when it is selected: what it says of itself would be remembered by it.
              const selected = row.getIsSelected();
              return <DataTableRow key={row.id} row={row} table={table} index={index} selected={selected} />;
            })}
            <Spacer height={visible.after} />
          </tbody>
        </table>
      </section>
      <div className="flex flex-wrap items-center justify-between gap-3 px-1 pt-2 text-sm text-muted">
        <span>
          {plural(rows.length, "row")}
          {more ? " shown" : null}
        </span>
        {footer}
        {more ? (
          <Button size="sm" busy={more.busy} onClick={() => more.onMore()}>
            Load more
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Stands in for the rows that are not drawn, so that the scroll bar tells the truth. */
function Spacer({ height }: { height: number }) {
  if (height === 0) return null;
  return (
    <tr>
      <td style={{ height }} />
    </tr>
  );
}
