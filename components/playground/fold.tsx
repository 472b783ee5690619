"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";

type Props = { title: string; note?: ReactNode; action?: ReactNode; children: ReactNode };

/** A part that most people leave closed; what is in it is drawn only while it is open, so that typing stays quick. */
export function Fold({ title, note, action, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="relative">
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className="flex min-h-7 list-none items-center gap-1.5 text-sm font-medium">
          <ChevronRight
            aria-hidden="true"
            className="size-4 shrink-0 text-muted transition-transform [details[open]>summary>&]:rotate-90"
          />
          {title}
          <span className="truncate font-normal text-muted">{note}</span>
        </summary>
        {isOpen ? children : null}
      </details>
      {action ? <div className="absolute top-0 right-0">{action}</div> : null}
    </div>
  );
}
