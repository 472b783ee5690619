"use client";

import { formatDuration } from "@/lib/format/duration";

import { useNow } from "./use-now";

/** The time between two instants; while `to` is null it runs. */
export function Elapsed({ from, to = null }: { from: string | number; to?: string | number | null }) {
  const now = useNow();
  const end = to === null ? now : new Date(to).getTime();
  if (end === null) return null;
  // Whole seconds while it runs: tenths would flicker.
  const elapsedMs = Math.max(0, end - new Date(from).getTime());
  return (
    <span className="tabular-nums">
      {formatDuration(to === null ? Math.max(1_000, Math.floor(elapsedMs / 1_000) * 1_000) : elapsedMs)}
    </span>
  );
}
