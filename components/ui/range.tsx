import { useId } from "react";

import { cn } from "@/lib/cn";

type RangeProps = {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  step?: number;
  /** The value in words, beside the slider and for screen readers: `50%`. */
  text: string;
  /** As wide as there is room, below its label: sliders under each other are of one length whatever they are called. */
  isWide?: boolean;
  disabled?: boolean;
  className?: string;
};

/** A slider that takes effect while it moves; a native one, so arrow keys work. */
export function Range({
  label,
  value,
  onChange,
  min = 0,
  max = 1,
  step = 0.05,
  text,
  isWide = false,
  disabled,
  className,
}: RangeProps) {
  const id = useId();
  return (
    <div className={cn("flex items-center gap-x-2 text-sm", isWide && "flex-wrap", className)}>
      <label htmlFor={id} className={cn("text-muted", isWide ? "basis-full truncate" : "whitespace-nowrap")}>
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        disabled={disabled}
        className={cn("h-6 min-w-0 accent-accent disabled:cursor-not-allowed", isWide ? "flex-1" : "w-32")}
      />
      <span aria-hidden="true" className="w-10 text-right tabular-nums">
        {text}
      </span>
    </div>
  );
}
