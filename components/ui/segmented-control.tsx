import type { ReactNode } from "react";
import { useId } from "react";

import { cn } from "@/lib/cn";

type Segment<V extends string> = { value: V; label: ReactNode; disabled?: boolean };

type SegmentedControlProps<V extends string> = {
  label: string;
  value: V;
  onChange: (value: V) => void;
  segments: readonly Segment<V>[];
  className?: string;
};

/** Switches between two to five views of the same thing. Native radios, so arrow keys work. */
export function SegmentedControl<V extends string>({
  label,
  value,
  onChange,
  segments,
  className,
}: SegmentedControlProps<V>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={cn(
        "inline-flex w-fit max-w-full overflow-x-auto rounded-control border border-border-control bg-inset p-0.5",
        className,
      )}
    >
      {segments.map((segment) => (
        <label
          key={segment.value}
          className="relative flex h-6.5 cursor-pointer items-center rounded-sm px-2.5 text-sm whitespace-nowrap text-muted transition-colors hover:text-foreground has-checked:bg-panel has-checked:font-medium has-checked:text-foreground has-checked:inset-ring has-checked:inset-ring-border has-focus-visible:outline-2 has-focus-visible:outline-ring has-disabled:cursor-not-allowed has-disabled:opacity-55 max-sm:h-8"
        >
          <input
            type="radio"
            name={name}
            checked={segment.value === value}
            disabled={segment.disabled}
            onChange={() => onChange(segment.value)}
            className="absolute inset-0 appearance-none outline-none"
          />
          {segment.label}
        </label>
      ))}
    </div>
  );
}
