import { Check } from "lucide-react";
import type { ReactNode } from "react";

import { cn } from "@/lib/cn";

export type FilterChip<V extends string> = { value: V; label: ReactNode; count?: number };

type FilterChipsProps<V extends string> = {
  label: string;
  chips: readonly FilterChip<V>[];
  selected: readonly V[];
  onChange: (selected: V[]) => void;
  className?: string;
};

/** Filters that can be combined; a chosen one is marked by tick, colour and `aria-pressed`. */
export function FilterChips<V extends string>({ label, chips, selected, onChange, className }: FilterChipsProps<V>) {
  return (
    <fieldset aria-label={label} className={cn("flex min-w-0 flex-wrap items-center gap-1.5", className)}>
      {chips.map((chip) => {
        const pressed = selected.includes(chip.value);
        return (
          <button
            key={chip.value}
            type="button"
            aria-pressed={pressed}
            onClick={() =>
              onChange(pressed ? selected.filter((value) => value !== chip.value) : [...selected, chip.value])
            }
            className={cn(
              "inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-sm whitespace-nowrap transition-colors max-sm:h-8",
              pressed
                ? "border-accent bg-accent-soft font-medium text-accent-text"
                : "border-border-control text-foreground hover:bg-hover",
            )}
          >
            {pressed ? <Check aria-hidden="true" className="size-3.5" /> : null}
            {chip.label}
            {chip.count === undefined ? null : (
              <span className={cn("text-xs tabular-nums", !pressed && "text-muted")}>{chip.count}</span>
            )}
          </button>
        );
      })}
    </fieldset>
  );
}
