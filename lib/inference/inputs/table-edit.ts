import type { InputValues } from "./input-form";

type Table = Pick<InputValues["table"], "columns" | "rows">;

/** TAPAS reads 64 rows and 32 columns by its config; somewhat more may be pasted and thinned out. */
export const MAX_ROWS = 256;
export const MAX_COLUMNS = 32;
/** More rows than most models read. */
export const MANY_ROWS = 64;

/** A table with another text in one cell; row -1 is the heads. */
export function withCell(table: Table, row: number, column: number, text: string): Table {
  return pasted(table, row, column, [[text]]).table;
}

/** A table with one more row below. */
export function withRow({ columns, rows }: Table): Table {
  return { columns, rows: [...rows, columns.map(() => "")] };
}

/** A table with one more column at its right. */
export function withColumn({ columns, rows }: Table): Table {
  return { columns: [...columns, ""], rows: rows.map((row) => [...row, ""]) };
}

/** A table without a row; the last one is only emptied. */
export function withoutRow({ columns, rows }: Table, at: number): Table {
  return rows.length > 1 ? { columns, rows: rows.toSpliced(at, 1) } : { columns, rows: [columns.map(() => "")] };
}

/** A table without a column; the last one is only emptied. */
export function withoutColumn({ columns, rows }: Table, at: number): Table {
  if (columns.length === 1) return { columns: [""], rows: rows.map(() => [""]) };
  return { columns: columns.toSpliced(at, 1), rows: rows.map((row) => row.toSpliced(at, 1)) };
}

/**
 * A table with a block of cells put in place from a cell on, grown as far as the block reaches and the limits allow;
 * row -1 is the heads. `isCut` says that a part of the block did not fit.
 */
export function pasted(table: Table, row: number, column: number, block: string[][]): { table: Table; isCut: boolean } {
  const wantedRows = row + block.length;
  const wantedColumns = column + Math.max(0, ...block.map((cells) => cells.length));
  const height = Math.min(MAX_ROWS, Math.max(table.rows.length, wantedRows));
  const width = Math.min(MAX_COLUMNS, Math.max(table.columns.length, wantedColumns));
  const at = (old: string | undefined, r: number, c: number) => block[r - row]?.[c - column] ?? old ?? "";
  const line = (old: string[] | undefined, r: number) => Array.from({ length: width }, (_, c) => at(old?.[c], r, c));
  return {
    table: {
      columns: line(table.columns, -1),
      rows: Array.from({ length: height }, (_, r) => line(table.rows[r], r)),
    },
    isCut: wantedRows > MAX_ROWS || wantedColumns > MAX_COLUMNS,
  };
}

/** A whole table from cells whose first row is the heads. */
export function tableOf(cells: string[][]): { table: Table; isCut: boolean } {
  return pasted({ columns: [""], rows: [[""]] }, -1, 0, cells);
}
