"use client";

import type { Header, RowData } from "@tanstack/react-table";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";

import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/lib/cn";

import type { DataTableFeatures } from "./table-features";
import type { DataTableModel } from "./use-data-table";

/** The sticky head: names, sort buttons, and a box that selects all rows when rows can be selected. */
export function TableHead<T extends RowData>({ table }: { table: DataTableModel<T> }) {
  const selectable = table.options.enableRowSelection === true;
  return (
    <thead className="max-sm:sr-only">
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id}>
          {selectable ? (
            <th scope="col" className={cn(HEAD, "w-10")}>
              <Checkbox
                label="Select all rows"
                hideLabel
                checked={table.getIsAllRowsSelected()}
                indeterminate={table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()}
                onChange={table.getToggleAllRowsSelectedHandler()}
              />
            </th>
          ) : null}
          {group.headers.map((header) => (
            <ColumnHead key={header.id} header={header} table={table} sorted={header.column.getIsSorted()} />
          ))}
        </tr>
      ))}
    </thead>
  );
}

const HEAD =
  "sticky top-0 z-10 h-9 border-b border-border bg-inset px-3 text-left text-xs font-medium whitespace-nowrap text-muted";
const ARIA_SORT = { asc: "ascending", desc: "descending" } as const;

type ColumnHeadProps<T extends RowData> = {
  header: Header<DataTableFeatures, T, unknown>;
  table: DataTableModel<T>;
  sorted: "asc" | "desc" | false;
};

function ColumnHead<T extends RowData>({ header, table, sorted }: ColumnHeadProps<T>) {
  const { meta } = header.column.columnDef;
  const canSort = header.column.getCanSort();
  const Icon = sorted === "asc" ? ArrowUp : sorted === "desc" ? ArrowDown : ChevronsUpDown;
  const content = header.isPlaceholder ? null : <table.FlexRender header={header} />;

  return (
    <th
      scope="col"
      aria-sort={canSort ? (sorted ? ARIA_SORT[sorted] : "none") : undefined}
      className={cn(HEAD, meta?.align === "right" && "text-right", meta?.width)}
    >
      {canSort ? (
        <button
          type="button"
          onClick={header.column.getToggleSortingHandler()}
          className={cn(
            "-mx-1 inline-flex h-7 items-center gap-1 rounded-sm px-1 font-medium hover:text-foreground",
            sorted && "text-foreground",
            meta?.align === "right" && "flex-row-reverse",
          )}
        >
          {content}
          <Icon aria-hidden="true" className={cn("size-3.5", !sorted && "opacity-60")} />
        </button>
      ) : (
        content
      )}
    </th>
  );
}
