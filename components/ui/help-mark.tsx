"use client";

import { Popover } from "@base-ui/react/popover";
import { CircleHelp } from "lucide-react";
import type { ReactNode } from "react";

/** A small question mark that explains a term on hover, focus or tap: `<HelpMark label="Execution role">…</HelpMark>`. */
export function HelpMark({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Popover.Root>
      <Popover.Trigger
        openOnHover
        delay={200}
        aria-label={`What is ${label}?`}
        className="inline-flex size-6 items-center justify-center rounded-full align-middle text-muted hover:text-foreground"
      >
        <CircleHelp aria-hidden="true" className="size-3.5" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" sideOffset={6} collisionPadding={12} className="z-50">
          <Popover.Popup className="max-w-80 rounded-panel border border-border bg-overlay p-3 text-sm text-foreground shadow-overlay transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            <Popover.Title className="mb-1 font-semibold">{label}</Popover.Title>
            <Popover.Description render={<div />} className="text-muted">
              {children}
            </Popover.Description>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
