import { type ReactNode, useId } from "react";

import { cn } from "@/lib/cn";

type PanelProps = {
  /** For links to this part of the page. */
  id?: string;
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** Without inner padding: for tables and lists that touch the edge. */
  flush?: boolean;
  className?: string;
  children?: ReactNode;
};

/** A part of a page with a heading. Never put one inside another. */
export function Panel({ id, title, description, actions, flush = false, className, children }: PanelProps) {
  const headingId = useId();
  return (
    <section
      id={id}
      aria-labelledby={title ? headingId : undefined}
      className={cn("min-w-0 rounded-panel border border-border bg-panel", className)}
    >
      {title ? (
        <div
          className={cn(
            "flex flex-wrap justify-between gap-x-4 gap-y-2 px-4 pt-3.5",
            description ? "items-start" : "items-center",
            flush ? "pb-3" : "pb-0",
          )}
        >
          <div className="min-w-0">
            <h2 id={headingId} className="text-base font-semibold">
              {title}
            </h2>
            {description ? <div className="max-w-[68ch] text-sm text-muted">{description}</div> : null}
          </div>
          {actions ? <div className="flex items-center gap-2">{actions}</div> : null}
        </div>
      ) : null}
      {flush ? children : <div className="p-4">{children}</div>}
    </section>
  );
}
