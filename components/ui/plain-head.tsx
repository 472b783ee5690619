import type { ReactNode } from "react";

import { cn } from "@/lib/cn";

export type HeadCell = {
  label: ReactNode;
  /** Only for people who cannot see the table, as over a column of buttons. */
  isHidden?: boolean;
  /** As the column's cells: to the right for numbers, away on phones. */
  className?: string;
};

type PlainHeadProps = { cells: readonly HeadCell[]; className?: string };

/** The head of a short table whose rows are written by hand; one that is sorted or filtered is a `DataTable`. */
export function PlainHead({ cells, className }: PlainHeadProps) {
  return (
    <thead className={cn("border-b border-border bg-inset text-left text-sm text-muted", className)}>
      <tr className="h-9">
        {cells.map(({ label, isHidden = false, className: own }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
          <th key={index} scope="col" className={cn("px-3 font-medium whitespace-nowrap", own)}>
            {isHidden ? <span className="sr-only">{label}</span> : label}
          </th>
        ))}
      </tr>
    </thead>
  );
}
