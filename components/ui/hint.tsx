"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import { useEffect, useState } from "react";

import { TooltipPopup } from "./tooltip";

const DELAY_MS = 300;

/** The tooltip of a control that somebody has just come near; it needs no trigger around the control. */
export function Hint({ of: control, label }: { of: HTMLElement; label: string }) {
  const [isOpen, setOpen] = useNear(control);
  return (
    <Base.Root open={isOpen} onOpenChange={setOpen}>
      <TooltipPopup anchor={control}>{label}</TooltipPopup>
    </Base.Root>
  );
}

/** Whether a pointer rests on an element, or the keyboard has come to it. */
function useNear(element: HTMLElement) {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => {
      clearTimeout(timer);
      setNear(false);
    };
    const enter = (event: PointerEvent) => {
      if (event.pointerType !== "touch") wait();
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setNear(true), DELAY_MS);
    };
    const focus = () => {
      if (element.matches(":focus-visible")) setNear(true);
    };
    // It came near before anybody listened here.
    if (element.matches(":focus-visible")) focus();
    else wait();
    const listeners = { pointerenter: enter, pointerleave: leave, focus, blur: leave };
    for (const [type, listener] of Object.entries(listeners)) element.addEventListener(type, listener as EventListener);
    return () => {
      clearTimeout(timer);
      for (const [type, listener] of Object.entries(listeners)) {
        element.removeEventListener(type, listener as EventListener);
      }
    };
  }, [element]);
  return [isNear, setNear] as const;
}
