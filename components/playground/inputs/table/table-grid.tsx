"use client";

import { X } from "lucide-react";
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useRef } from "react";

import { IconButton } from "@/components/ui/icon-button";
import { cn } from "@/lib/cn";
import type { InputValues } from "@/lib/inference/inputs/input-form";
import { withCell, withoutColumn, withoutRow } from "@/lib/inference/inputs/table-edit";

import { neighbour } from "./neighbour";

type Table = Pick<InputValues["table"], "columns" | "rows">;
type Props = {
  table: Table;
  onTable: (table: Table) => void;
  /** A block of cells for a place; row -1 is the heads. */
  onPaste: (row: number, column: number, text: string) => void;
  onFile: (text: string) => void;
};

const HEADS = -1;
const CELL =
  "h-8 w-full min-w-24 bg-transparent px-2 text-sm outline-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ring disabled:cursor-not-allowed disabled:text-muted max-sm:h-10 max-sm:text-lg";

/** The cells of a table to type in: Tab and the arrow keys go from one to the next. */
export function TableGrid({ table, onTable, onPaste, onFile }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { columns, rows } = table;

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>, row: number, column: number) {
    const target = neighbour(event.key, event.currentTarget, row, column);
    if (!target || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    // Enter must not send the form: it goes to the cell below.
    event.preventDefault();
    box.current?.querySelector<HTMLInputElement>(`[data-cell="${target.join(":")}"]`)?.focus();
  }

  function onCellPaste(event: ClipboardEvent<HTMLInputElement>, row: number, column: number) {
    const text = event.clipboardData.getData("text/plain");
    // One value goes where the caret is, as everywhere.
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    onPaste(row, column, text);
  }

  function onDrop(event: DragEvent) {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    if (!event.currentTarget.matches("fieldset:disabled *")) void file.text().then(onFile);
  }

  const cell = (text: string, row: number, column: number) => ({
    value: text,
    "data-cell": `${row}:${column}`,
    onChange: (event: { target: HTMLInputElement }) => onTable(withCell(table, row, column, event.target.value)),
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => onKeyDown(event, row, column),
    onPaste: (event: ClipboardEvent<HTMLInputElement>) => onCellPaste(event, row, column),
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button above is the first
    <div
      ref={box}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
      className="max-h-96 overflow-auto rounded-control border border-border-control"
    >
      <table aria-label="Table to ask about" className="w-full border-collapse">
        <thead className="sticky top-0 z-10 bg-inset">
          <tr>
            {columns.map((name, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <th key={column} scope="col" className="border-r border-b border-border p-0 font-normal">
                <span className="flex items-center">
                  <input
                    {...cell(name, HEADS, column)}
                    aria-label={`Name of column ${column + 1}`}
                    placeholder={`Column ${column + 1}`}
                    className={cn(CELL, "font-medium")}
                  />
                  <IconButton
                    size="sm"
                    label={`Remove column ${name || column + 1}`}
                    onClick={() => onTable(withoutColumn(table, column))}
                  >
                    <X aria-hidden="true" />
                  </IconButton>
                </span>
              </th>
            ))}
            <td className="w-8 border-b border-border" />
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <tr key={row} className="border-b border-border last:border-b-0">
              {columns.map((name, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                <td key={column} className="border-r border-border p-0">
                  <input
                    {...cell(cells[column] ?? "", row, column)}
                    aria-label={`${name || `Column ${column + 1}`}, row ${row + 1}`}
                    className={CELL}
                  />
                </td>
              ))}
              <td className="w-8 p-1 text-center">
                <IconButton size="sm" label={`Remove row ${row + 1}`} onClick={() => onTable(withoutRow(table, row))}>
                  <X aria-hidden="true" />
                </IconButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
