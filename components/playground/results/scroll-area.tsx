"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

import { cn } from "@/lib/cn";

/** Scrolls where its content is too long; only then a stop for the keyboard, which has to reach all of it. */
export function ScrollArea({ className, children }: { className: string; children: ReactNode }) {
  const area = useRef<HTMLDivElement>(null);
  const [isLong, setIsLong] = useState(false);

  useEffect(() => {
    const element = area.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const measure = () =>
      setIsLong(element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth);
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    for (const child of element.children) sizes.observe(child);
    return () => sizes.disconnect();
  }, []);

  return (
    <div ref={area} tabIndex={isLong ? 0 : undefined} className={cn("overflow-auto -outline-offset-2", className)}>
      {children}
    </div>
  );
}
