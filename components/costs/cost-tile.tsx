import type { ReactNode } from "react";

import { cn } from "@/lib/cn";

type CostTileProps = {
  label: string;
  value: string;
  unit?: string | undefined;
  tone?: "warning" | undefined;
  /** Shows what the number counts. */
  onOpen?: (() => void) | undefined;
  children: ReactNode;
};

/** A sum with what it is made of. */
export function CostTile({ label, value, unit, tone, onOpen, children }: CostTileProps) {
  const number = cn("text-2xl font-semibold tabular-nums", tone === "warning" && "text-warning");
  return (
    <div className="min-w-0 bg-panel p-4">
      <h3 className="text-sm text-muted">{label}</h3>
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        {onOpen ? (
          <button
            type="button"
            onClick={onOpen}
            aria-label={`${label}: ${value}, show them`}
            className={cn(number, "rounded-sm hover:underline hover:decoration-1 hover:underline-offset-4")}
          >
            {value}
          </button>
        ) : (
          <span className={number}>{value}</span>
        )}
        {unit ? <span className="text-sm text-muted">{unit}</span> : null}
      </p>
      <p className="mt-1 text-sm text-muted">{children}</p>
    </div>
  );
}
