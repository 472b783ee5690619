"use client";

import { CircleHelp } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";

import { HelpPopup } from "./help-popup";

const OPEN_AFTER_MS = 200;
/** Long enough to bring the pointer from the mark to what it opened. */
const CLOSE_AFTER_MS = 150;

/**
 * A small question mark that explains a term on hover, focus or tap: `<HelpMark label="Execution role">…</HelpMark>`. A
 * page has many: the explanation is made when somebody first asks for it.
 */
export function HelpMark({ label, children }: { label: string; children: ReactNode }) {
  const mark = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isOpen, setOpen] = useState(false);
  /** How it was opened last; what was pressed stays when the pointer leaves. */
  const [by, setBy] = useState<"pointing" | "press" | null>(null);
  const open = (way: NonNullable<typeof by>) => {
    clearTimeout(timer.current);
    setBy(way);
    setOpen(true);
  };
  const close = () => {
    clearTimeout(timer.current);
    setOpen(false);
  };
  const onEnter = () => {
    clearTimeout(timer.current);
    if (!isOpen) timer.current = setTimeout(() => open("pointing"), OPEN_AFTER_MS);
  };
  const onLeave = () => {
    clearTimeout(timer.current);
    if (by !== "press") timer.current = setTimeout(close, CLOSE_AFTER_MS);
  };
  return (
    <>
      <button
        ref={mark}
        type="button"
        aria-label={`What is ${label}?`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={({ pointerType }) => pointerType !== "touch" && onEnter()}
        onPointerLeave={onLeave}
        onClick={() => (isOpen && by === "press" ? close() : open("press"))}
        className="inline-flex size-6 items-center justify-center rounded-full align-middle text-muted hover:text-foreground"
      >
        <CircleHelp aria-hidden="true" className="size-3.5" />
      </button>
      {by ? (
        <HelpPopup
          of={mark}
          label={label}
          isOpen={isOpen}
          takesFocus={by === "press"}
          onClose={close}
          onPointerEnter={onEnter}
          onPointerLeave={onLeave}
        >
          {children}
        </HelpPopup>
      ) : null}
    </>
  );
}
