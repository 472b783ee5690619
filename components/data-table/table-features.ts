import {
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  type RowData,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/react-table";

type ColumnMeta = {
  /** The column's name in the column menu, where the header is not plain text. */
  name?: string;
  /** Numbers stand right, with their unit in the header. */
  align?: "right";
  /**
   * Where the cell goes in the two-line row of a phone: beside the title, on the second line (default) with as much as there is of
   * it (`fill`), or nowhere.
   */
  phone?: "aside" | "second" | "fill" | "hidden";
  /** Tailwind width, for example `w-32`. */
  width?: string;
};

/** What every table of the console can do. Sorting is the caller's: its state, and on the server its order. */
export const dataTableFeatures = tableFeatures({
  columnVisibilityFeature,
  rowSelectionFeature,
  rowSortingFeature,
  columnMeta: metaHelper<ColumnMeta>(),
});
export type DataTableFeatures = typeof dataTableFeatures;

/** A column helper for tables of `T`: call it once, at module level. */
export function columnsOf<T extends RowData>() {
  return createColumnHelper<DataTableFeatures, T>();
}
