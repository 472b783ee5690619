"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

type Side = "top" | "bottom" | "left" | "right";
type TooltipProps = {
  /** Short; never the only place where something important is said: touch screens do not show it. */
  label: ReactNode;
  side?: Side;
  children: ReactElement<Record<string, unknown>>;
};

/** Explains the control inside it on hover and focus. */
export function Tooltip({ label, side = "top", children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <TooltipPopup side={side}>{label}</TooltipPopup>
    </Base.Root>
  );
}

type PopupProps = { side?: Side; anchor?: HTMLElement; children: ReactNode };

/** What a tooltip shows, beside its trigger or beside `anchor`. */
export function TooltipPopup({ side = "top", anchor, children }: PopupProps) {
  return (
    <Base.Portal>
      <Base.Positioner side={side} sideOffset={6} className="z-50" {...(anchor && { anchor })}>
        <Base.Popup className="max-w-80 rounded-control bg-foreground px-2 py-1 text-xs text-page transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
