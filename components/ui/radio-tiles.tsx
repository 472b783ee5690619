import type { ReactNode } from "react";

import { cn } from "@/lib/cn";

export type RadioTile<V extends string> = {
  value: V;
  label: ReactNode;
  /** One or two short lines under the label. */
  description?: ReactNode;
  /** Right of the label: a price, a badge. */
  aside?: ReactNode;
  disabled?: boolean;
  /** Why it cannot be chosen; shown in the tile. */
  reason?: string | undefined;
};

type RadioTilesProps<V extends string> = {
  /** The name of the group, read by screen readers. */
  label: string;
  name: string;
  value: V | null;
  onChange: (value: V) => void;
  tiles: readonly RadioTile<V>[];
  /** Tailwind columns; two from 640 px on by default. */
  className?: string;
};

/** One choice out of a few, each with room to explain itself. Native radios, so arrow keys work. */
export function RadioTiles<V extends string>({ label, name, value, onChange, tiles, className }: RadioTilesProps<V>) {
  return (
    <div role="radiogroup" aria-label={label} className={cn("grid gap-2 sm:grid-cols-2", className)}>
      {tiles.map((tile) => (
        <label
          key={tile.value}
          className="relative flex cursor-pointer items-start gap-2.5 rounded-control border border-border-control bg-panel p-3 transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-selected has-checked:inset-ring has-checked:inset-ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring has-disabled:cursor-not-allowed has-disabled:border-border has-disabled:bg-inset has-disabled:text-muted"
        >
          <input
            type="radio"
            name={name}
            value={tile.value}
            checked={tile.value === value}
            disabled={tile.disabled}
            onChange={() => onChange(tile.value)}
            className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
          />
          <span className="min-w-0 flex-1">
            <span className="flex items-baseline justify-between gap-2 font-medium">
              <span className="min-w-0">{tile.label}</span>
              {tile.aside ? <span className="shrink-0 text-sm font-normal text-muted">{tile.aside}</span> : null}
            </span>
            {tile.description ? <span className="block text-sm text-muted">{tile.description}</span> : null}
            {tile.reason ? <span className="block text-sm text-warning">{tile.reason}</span> : null}
          </span>
        </label>
      ))}
    </div>
  );
}
