"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";

import { cn } from "@/lib/cn";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** The control that opens it, when the dialog has one of its own. */
  trigger?: ReactElement<Record<string, unknown>>;
  children?: ReactNode;
  /** Buttons; the main one last. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg" | "xl";
};

const WIDTH = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-3xl", xl: "max-w-5xl" } as const;

/** A dialog that takes over until it is answered: focus stays inside and returns, Escape closes. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  trigger,
  children,
  footer,
  size = "sm",
}: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 flex items-start justify-center overflow-y-auto p-4 pt-[12vh] max-sm:pt-4">
          <Base.Popup
            className={cn(
              "relative w-full rounded-panel border border-border bg-overlay shadow-overlay outline-none transition-[opacity,translate] duration-150 data-ending-style:translate-y-1 data-ending-style:opacity-0 data-starting-style:translate-y-1 data-starting-style:opacity-0",
              WIDTH[size],
            )}
          >
            <div className="p-5 pb-4">
              <Base.Title className="pr-8 text-lg font-semibold">{title}</Base.Title>
              {description ? (
                <Base.Description render={<div />} className="mt-1 text-base text-muted">
                  {description}
                </Base.Description>
              ) : null}
              {children ? <div className="mt-4">{children}</div> : null}
            </div>
            {footer ? (
              <div className="flex flex-wrap justify-end gap-2 border-t border-border px-5 py-3">{footer}</div>
            ) : null}
            {/* Last in the order, so that focus starts in the content. */}
            <Base.Close
              aria-label="Close"
              className="absolute top-4 right-4 inline-flex size-7 items-center justify-center rounded-control text-muted transition-colors hover:bg-hover hover:text-foreground"
            >
              <X aria-hidden="true" className="size-4" />
            </Base.Close>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
