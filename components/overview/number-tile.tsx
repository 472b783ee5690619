import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

import { cn } from "@/lib/cn";

type NumberTileProps = {
  label: string;
  value: string;
  unit?: string;
  tone?: "danger" | "warning";
  /** The list that the number counts. */
  href: Route | `#${string}`;
  children?: ReactNode;
};

/** A number that matters, what it counts, and a link to it. */
export function NumberTile({ label, value, unit, tone, href, children }: NumberTileProps) {
  return (
    <div className="min-w-0 bg-panel p-4">
      <h2 className="text-sm text-muted">{label}</h2>
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <Link
          href={href as Route}
          aria-label={`${label}: ${value}${unit ? ` ${unit}` : ""}`}
          className={cn(
            "rounded-sm font-semibold tabular-nums hover:underline hover:decoration-1 hover:underline-offset-4",
            value === "Unknown" ? "text-xl leading-[1.75] text-muted" : "text-2xl",
            tone === "danger" && "text-danger",
            tone === "warning" && "text-warning",
          )}
        >
          {value}
        </Link>
        {unit ? <span className="text-sm text-muted">{unit}</span> : null}
      </p>
      <p className="mt-1 text-sm text-muted">{children}</p>
    </div>
  );
}
