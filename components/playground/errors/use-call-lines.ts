"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { useNow } from "@/components/ui/use-now";
import type { Problem } from "@/lib/errors";
import { LATE_MS, logQueries } from "@/lib/logs/queries";
import { logSpanOf } from "@/lib/playground/log-span";

const UNKNOWN = { from: "", to: "" };

/** The container's log lines around a failed call; looked for again and again while they may still come. */
export function useCallLines(problem: Problem, endpointName: string, isWanted: boolean) {
  const { id } = useWorkspace();
  const span = logSpanOf(problem);
  const now = useNow() ?? 0;
  const isRecent = span !== null && now - Date.parse(span.to) < LATE_MS;
  const [isFound, setFound] = useState(false);
  const lines = useQuery({
    ...logQueries.between(id, { of: "endpoints", name: endpointName }, span ?? UNKNOWN, isRecent && !isFound),
    enabled: isWanted && span !== null,
  });
  const events = lines.data?.events ?? [];
  if (events.length > 0 && !isFound) setFound(true);
  return { events, isPending: lines.isPending, error: lines.error, isRecent };
}
