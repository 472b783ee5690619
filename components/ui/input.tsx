import type { ComponentProps } from "react";

import { cn } from "@/lib/cn";

/** The look of text controls: shared by inputs, selects, text areas and comboboxes. */
export const controlStyles =
  "w-full min-w-0 rounded-control border border-border-control bg-panel px-2.5 text-base text-foreground transition-colors hover:border-muted focus-visible:border-ring focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-ring disabled:cursor-not-allowed disabled:bg-inset disabled:text-muted [&:is(input,textarea):read-only]:bg-inset aria-invalid:border-danger max-sm:text-lg";

type InputProps = ComponentProps<"input"> & {
  /** For names, URIs, ids and code. */
  mono?: boolean;
};

/** A one-line text field. */
export function Input({ mono = false, className, ...rest }: InputProps) {
  return (
    <input
      type="text"
      {...rest}
      className={cn(controlStyles, "h-8 max-sm:h-10", mono && "font-mono text-sm", className)}
    />
  );
}
