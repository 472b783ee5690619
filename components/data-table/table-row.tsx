"use client";

import type { Row, RowData } from "@tanstack/react-table";

import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/lib/cn";

import type { DataTableFeatures } from "./table-features";
import type { DataTableModel } from "./use-data-table";

type DataTableRowProps<T extends RowData> = {
  row: Row<DataTableFeatures, T>;
  table: DataTableModel<T>;
  index: number;
  selected: boolean;
};

/** One row: cells in a line of 36 px; on phones the title (and what stands aside) over a second line with the rest. */
export function DataTableRow<T extends RowData>({ row, table, index, selected }: DataTableRowProps<T>) {
  const selectable = table.options.enableRowSelection === true;
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      className={cn(
        "group transition-colors hover:bg-hover aria-selected:bg-selected",
        "max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-3 max-sm:border-b max-sm:border-border max-sm:px-3 max-sm:py-2 max-sm:last:border-b-0",
        // The rest begins a line of its own, also where what stands aside did not fit beside the title.
        "max-sm:after:basis-full max-sm:after:content-['']",
      )}
    >
      {selectable ? (
        <td className={cn(CELL, "w-10 max-sm:w-auto")}>
          <Checkbox label={`Select ${row.id}`} hideLabel checked={selected} onChange={row.getToggleSelectedHandler()} />
        </td>
      ) : null}
      {row.getVisibleCells().map((cell, position) => {
        const { meta } = cell.column.columnDef;
        return (
          <td
            key={cell.id}
            className={cn(
              CELL,
              position === 0 ? "max-sm:min-w-0 max-sm:flex-1 max-sm:text-base" : "max-sm:text-muted",
              position === 0 && (selectable ? "max-sm:basis-2/5" : "max-sm:basis-1/2"),
              meta?.align === "right" && "text-right tabular-nums max-sm:text-left",
              meta?.phone === "hidden" && "max-sm:hidden",
              meta?.phone === "aside" && "max-sm:ml-auto",
              meta?.phone === "fill" && "max-sm:min-w-0 max-sm:basis-[calc(100%-3rem)]",
              position > 0 && meta?.phone !== "aside" && "max-sm:order-1",
            )}
          >
            <table.FlexRender cell={cell} />
          </td>
        );
      })}
    </tr>
  );
}

const CELL = "h-9 border-b border-border px-3 py-1 max-sm:h-auto max-sm:border-b-0 max-sm:px-0 max-sm:py-0.5";
