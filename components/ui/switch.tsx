"use client";

import { Switch as Base } from "@base-ui/react/switch";
import { type ReactNode, useId } from "react";

import { cn } from "@/lib/cn";

type SwitchProps = {
  label: ReactNode;
  help?: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
  name?: string;
  className?: string;
};

/** An on/off setting that takes effect at once; use a checkbox where a form is sent later. */
export function Switch({ label, help, className, ...rest }: SwitchProps) {
  // Named from the start: the label around it counts only once the page is alive.
  const id = useId();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control
    <label className={cn("flex items-start gap-3 text-base", className)}>
      <Base.Root
        {...rest}
        aria-labelledby={id}
        className="mt-0.5 inline-flex h-5 w-9 shrink-0 items-center rounded-full bg-border-control p-0.5 transition-colors data-checked:bg-accent data-disabled:opacity-55"
      >
        <Base.Thumb className="size-4 rounded-full bg-page transition-transform data-checked:translate-x-4" />
      </Base.Root>
      <span id={id}>
        {label}
        {help ? <span className="block text-sm text-muted">{help}</span> : null}
      </span>
    </label>
  );
}
