"use client";

import { type ComponentProps, useState } from "react";

import { cn } from "@/lib/cn";

import { Hint } from "./hint";

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label"> & { label: string; size?: "sm" | "md" };

/**
 * A button with only an icon; `label` is its name and its tooltip. A page has many: a tooltip is made for one as soon as
 * somebody comes near it.
 */
export function IconButton({
  label,
  size = "md",
  className,
  onPointerEnter,
  onPointerDown,
  onFocus,
  ...rest
}: IconButtonProps) {
  const [near, setNear] = useState<HTMLElement | null>(null);
  return (
    <>
      <button
        type="button"
        {...rest}
        onPointerEnter={(event) => {
          if (event.pointerType !== "touch") setNear(event.currentTarget);
          onPointerEnter?.(event);
        }}
        // Who presses it knows what it is: nothing more is shown until the pointer comes again.
        onPointerDown={(event) => {
          setNear(null);
          onPointerDown?.(event);
        }}
        onFocus={(event) => {
          if (event.currentTarget.matches(":focus-visible")) setNear(event.currentTarget);
          onFocus?.(event);
        }}
        aria-label={label}
        className={cn(
          "inline-flex shrink-0 items-center justify-center rounded-control text-muted transition-colors not-disabled:hover:bg-hover not-disabled:hover:text-foreground disabled:opacity-55 [&_svg]:size-4",
          size === "sm" ? "size-6" : "size-8 max-sm:size-9",
          className,
        )}
      />
      {near ? <Hint of={near} label={label} /> : null}
    </>
  );
}
