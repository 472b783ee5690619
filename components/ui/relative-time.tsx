"use client";

import { formatDateTime, formatDateTimeExact, formatRelative } from "@/lib/format/dates";

import { Tooltip } from "./tooltip";
import { useNow } from "./use-now";

/** `3 minutes ago`, with the exact time on hover and focus. */
export function RelativeTime({ at }: { at: string | number | null }) {
  const now = useNow();
  if (at === null) return <span className="text-muted">–</span>;
  const iso = new Date(at).toISOString();
  if (now === null) {
    return (
      <time dateTime={iso} suppressHydrationWarning>
        {formatDateTime(at)}
      </time>
    );
  }
  return (
    <Tooltip label={formatDateTimeExact(at)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time must be reachable by keyboard too */}
      <time dateTime={iso} tabIndex={0} className="whitespace-nowrap">
        {formatRelative(at, now)}
      </time>
    </Tooltip>
  );
}
