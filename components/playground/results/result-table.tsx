import type { ReactNode } from "react";

import { cn } from "@/lib/cn";

import { ScrollArea } from "./scroll-area";

export type ResultColumn = { head: string; isNumber?: boolean };

type Props = { label: string; columns: readonly ResultColumn[]; children: ReactNode };

/** A small table of what was found: the text form of a drawing. Rows are `ResultRow`. */
export function ResultTable({ label, columns, children }: Props) {
  return (
    <ScrollArea className="max-h-80">
      <table aria-label={label} className="w-full border-separate border-spacing-0 text-left text-sm">
        <thead className="text-xs text-muted">
          <tr>
            {columns.map(({ head, isNumber }) => (
              <th
                key={head}
                scope="col"
                className={cn("sticky top-0 bg-panel pr-3 pb-1 font-medium last:pr-0", isNumber && "text-right")}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollArea>
  );
}

/** A cell of a `ResultTable`. */
export function ResultCell({ isNumber = false, children }: { isNumber?: boolean; children: ReactNode }) {
  return (
    <td
      className={cn(
        "border-t border-border py-1.5 pr-3 last:pr-0",
        isNumber ? "text-right whitespace-nowrap tabular-nums" : "break-words",
      )}
    >
      {children}
    </td>
  );
}
