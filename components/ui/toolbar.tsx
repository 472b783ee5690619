import type { ReactNode } from "react";

/** The row above a table: search and filters left, view settings right. */
export function Toolbar({ label, children, end }: { label: string; children?: ReactNode; end?: ReactNode }) {
  return (
    <fieldset aria-label={label} className="flex min-w-0 flex-wrap items-center gap-2 pb-3">
      {children}
      {end ? <div className="ml-auto flex items-center gap-2">{end}</div> : null}
    </fieldset>
  );
}
