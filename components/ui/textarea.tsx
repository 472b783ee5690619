import type { ComponentProps } from "react";

import { cn } from "@/lib/cn";

import { controlStyles } from "./input";

type TextareaProps = ComponentProps<"textarea"> & { mono?: boolean };

/** A text field of several lines; grows with what is typed where the browser can. */
export function Textarea({ mono = false, className, ...rest }: TextareaProps) {
  return (
    <textarea
      rows={4}
      {...rest}
      className={cn(
        controlStyles,
        "field-sizing-content max-h-96 min-h-20 py-1.5",
        mono && "font-mono text-sm",
        className,
      )}
    />
  );
}
