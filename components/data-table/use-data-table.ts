"use client";

import {
  type ColumnDef,
  type ReactTable,
  type RowData,
  type RowSelectionState,
  type SortingState,
  useTable,
} from "@tanstack/react-table";
import { useState } from "react";

import { type DataTableFeatures, dataTableFeatures } from "./table-features";

export type DataTableModel<T extends RowData> = ReactTable<DataTableFeatures, T>;

type UseDataTable<T extends RowData> = {
  columns: ColumnDef<DataTableFeatures, T, never>[] | ReadonlyArray<unknown>;
  /** In the order they are shown: sorting happens where the rows come from. */
  rows: T[];
  rowId: (row: T) => string;
  sorting?: SortingState;
  onSortingChange?: (sorting: SortingState) => void;
  /** Columns hidden until someone shows them. */
  hidden?: readonly string[];
  selected?: readonly string[];
  onSelectedChange?: (ids: string[]) => void;
};

const NO_SORTING: SortingState = [];

/** A table model for `DataTable`. Sorting and selection belong to the caller, visible columns to the table. */
export function useDataTable<T extends RowData>(options: UseDataTable<T>): DataTableModel<T> {
  const {
    columns,
    rows,
    rowId,
    sorting = NO_SORTING,
    onSortingChange,
    hidden = [],
    selected,
    onSelectedChange,
  } = options;
  const [columnVisibility, setColumnVisibility] = useState(() => Object.fromEntries(hidden.map((id) => [id, false])));
  const rowSelection: RowSelectionState = Object.fromEntries((selected ?? []).map((id) => [id, true as const]));

  return useTable({
    features: dataTableFeatures,
    columns: columns as ColumnDef<DataTableFeatures, T>[],
    data: rows,
    getRowId: rowId,
    manualSorting: true,
    enableSorting: onSortingChange !== undefined,
    enableMultiSort: false,
    enableSortingRemoval: false,
    enableRowSelection: onSelectedChange !== undefined,
    state: { sorting, columnVisibility, rowSelection },
    onColumnVisibilityChange: setColumnVisibility,
    onSortingChange: (change) => onSortingChange?.(typeof change === "function" ? change(sorting) : change),
    onRowSelectionChange: (change) => {
      const next = typeof change === "function" ? change(rowSelection) : change;
      onSelectedChange?.(Object.keys(next).filter((id) => next[id]));
    },
  });
}
