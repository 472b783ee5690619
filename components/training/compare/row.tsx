import { ChevronsLeftRightEllipsis } from "lucide-react";
import type { ReactNode } from "react";

import { cn } from "@/lib/cn";

/** The line above rows that belong together, with what is to be said of all of them. */
export function GroupHead({ title, note, columns }: { title: string; note?: ReactNode; columns: number }) {
  return (
    <tr>
      <th
        scope="rowgroup"
        colSpan={columns + 1}
        className="border-y border-border bg-inset px-3 py-1.5 text-left text-xs font-medium text-muted"
      >
        <span className="sticky left-3">
          <span className="text-foreground">{title}</span>
          {note ? <span className="pl-3 font-normal">{note}</span> : null}
        </span>
      </th>
    </tr>
  );
}

type RowProps = { name: ReactNode; differs?: boolean; children: ReactNode };

/** One thing in all jobs; its name stays while the jobs scroll by. */
export function Row({ name, differs = false, children }: RowProps) {
  return (
    <tr className="align-top">
      <th
        scope="row"
        className="sticky left-0 z-10 border-b border-border bg-panel px-3 py-2 text-left font-normal break-words text-muted max-sm:border-r max-sm:px-2 max-sm:text-xs"
      >
        <span className="inline-flex items-center gap-1.5">
          {name}
          {differs ? (
            <>
              <ChevronsLeftRightEllipsis aria-hidden="true" className="size-3.5 shrink-0 text-accent-text" />
              <span className="sr-only">differs</span>
            </>
          ) : null}
        </span>
      </th>
      {children}
    </tr>
  );
}

/** A job's value; `deviates` marks one that is not what the first job has. */
export function ValueCell({ deviates = false, children }: { deviates?: boolean; children: ReactNode }) {
  return (
    <td className={cn("border-b border-border px-3 py-2", deviates && "bg-accent-soft font-medium")}>
      {children ?? <span className="font-normal text-muted">–</span>}
    </td>
  );
}
