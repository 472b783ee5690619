"use client";

import { formatDuration, formatElapsed } from "@/lib/format/duration";

import { useNow } from "./use-now";

/** The time between two instants; while `to` is null it runs. */
export function Elapsed({ from, to = null }: { from: string | number; to?: string | number | null }) {
  const now = useNow();
  const end = to === null ? now : new Date(to).getTime();
  if (end === null) return null;
  const elapsedMs = Math.max(0, end - new Date(from).getTime());
  return <span className="tabular-nums">{to === null ? formatElapsed(elapsedMs) : formatDuration(elapsedMs)}</span>;
}
