import { Popover } from "@base-ui/react/popover";
import type { ReactNode, RefObject } from "react";

type HelpPopupProps = {
  /** The mark that it explains and beside which it stands. */
  of: RefObject<HTMLElement | null>;
  label: string;
  isOpen: boolean;
  /** Who only pointed keeps the focus where it is. */
  takesFocus: boolean;
  onClose: () => void;
  onPointerEnter: () => void;
  onPointerLeave: () => void;
  children: ReactNode;
};

/** What a help mark shows; closed by Escape, by a press elsewhere, and by the mark itself. */
export function HelpPopup({
  of,
  label,
  isOpen,
  takesFocus,
  onClose,
  onPointerEnter,
  onPointerLeave,
  children,
}: HelpPopupProps) {
  return (
    <Popover.Root
      open={isOpen}
      onOpenChange={(_, { event, cancel }) => {
        // A press on the mark is the mark's to answer.
        if (event.target instanceof Node && of.current?.contains(event.target)) return cancel();
        onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={of} side="top" sideOffset={6} collisionPadding={12} className="z-50">
          <Popover.Popup
            initialFocus={takesFocus}
            finalFocus={takesFocus && of}
            onPointerEnter={onPointerEnter}
            onPointerLeave={onPointerLeave}
            className="max-w-80 rounded-panel border border-border bg-overlay p-3 text-sm text-foreground shadow-overlay transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
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
