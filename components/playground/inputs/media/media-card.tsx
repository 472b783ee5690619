"use client";

import { Trash2 } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import { formatBytes } from "@/lib/format/bytes";

type Props = { noun: string; name: string; facts: string[]; bytes: number; onRemove: () => void; children: ReactNode };

/** What was picked: how it looks or sounds, its name, kind and size, and the way to take another. */
export function MediaCard({ noun, name, facts, bytes, onRemove, children }: Props) {
  return (
    <figure className="overflow-hidden rounded-control border border-border">
      {children}
      <figcaption className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-t border-border px-3 py-2 text-sm">
        <span className="min-w-0">
          <span className="block truncate font-medium">{name || `The ${noun} of the request`}</span>
          <span className="text-muted tabular-nums">{[...facts, formatBytes(bytes)].join(" · ")}</span>
        </span>
        <Button size="sm" variant="ghost" onClick={onRemove}>
          <Trash2 aria-hidden="true" />
          Remove
        </Button>
      </figcaption>
    </figure>
  );
}
