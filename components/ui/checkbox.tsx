"use client";

import { type ComponentProps, type ReactNode, useEffect, useImperativeHandle, useRef } from "react";

import { cn } from "@/lib/cn";

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "size"> & {
  label: ReactNode;
  /** Keeps the label for screen readers only: row selection in tables. */
  hideLabel?: boolean;
  help?: ReactNode;
  indeterminate?: boolean;
};

/** A native checkbox with its label. */
export function Checkbox({
  label,
  hideLabel = false,
  help,
  indeterminate = false,
  className,
  ref,
  ...rest
}: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null);
  // Forms that register a field ask for the element too.
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => input.current, []);
  useEffect(() => {
    // Only a property of the element, never an attribute.
    if (input.current) input.current.indeterminate = indeterminate;
  }, [indeterminate]);

  return (
    <label className={cn("flex items-start gap-2 text-base has-disabled:text-muted", className)}>
      <input {...rest} ref={input} type="checkbox" className="mt-0.5 size-4 shrink-0 accent-accent" />
      <span className={hideLabel ? "sr-only" : undefined}>
        {label}
        {help ? <span className="block text-sm text-muted">{help}</span> : null}
      </span>
    </label>
  );
}
