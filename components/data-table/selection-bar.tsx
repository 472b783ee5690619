import { X } from "lucide-react";
import type { ReactNode } from "react";

import { IconButton } from "@/components/ui/icon-button";

type Props = { label: string; count: number; onClear: () => void; children: ReactNode };

/** What can be done with the selected rows. It lies over the page's end, so that no row moves while one selects. */
export function SelectionBar({ label, count, onClear, children }: Props) {
  if (count === 0) return null;
  return (
    <section
      aria-label={label}
      className="sticky bottom-4 z-20 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-x-3 gap-y-2 rounded-panel border border-border bg-overlay py-2 pr-2 pl-4 shadow-overlay"
    >
      <p className="font-medium tabular-nums" aria-live="polite">
        {count} selected
      </p>
      <IconButton label="Clear the selection" className="sm:order-last" onClick={onClear}>
        <X aria-hidden="true" />
      </IconButton>
      {children}
    </section>
  );
}
