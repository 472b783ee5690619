"use client";

import type { RowData } from "@tanstack/react-table";
import { Columns3 } from "lucide-react";

import { Button } from "@/components/ui/button";
import { Menu, MenuCheckbox } from "@/components/ui/menu";

import type { DataTableModel } from "./use-data-table";

/** Lets people hide and show columns; the first one always stays. */
export function ColumnMenu<T extends RowData>({ table }: { table: DataTableModel<T> }) {
  const visibility = table.state.columnVisibility;
  return (
    <Menu
      trigger={
        <Button size="sm" className="max-sm:hidden">
          <Columns3 aria-hidden="true" />
          Columns
        </Button>
      }
    >
      {table
        .getAllLeafColumns()
        .slice(1)
        .map((column) => {
          const { header, meta } = column.columnDef;
          return (
            <MenuCheckbox
              key={column.id}
              checked={visibility[column.id] !== false}
              onChange={(checked) => column.toggleVisibility(checked)}
            >
              {meta?.name ?? (typeof header === "string" ? header : column.id)}
            </MenuCheckbox>
          );
        })}
    </Menu>
  );
}
