"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { endpointQueries } from "@/lib/endpoints/queries";

/** The endpoints of the workspace that answer asynchronously, with their tasks. */
export function useAsyncEndpoints() {
  const { id } = useWorkspace();
  const list = useQuery(endpointQueries.list(id, { status: "InService", limit: 100 }));
  const rows = useQuery(endpointQueries.rows(id, list.data?.items ?? []));
  return {
    isPending: list.isPending || (rows.isPending && (list.data?.items.length ?? 0) > 0),
    error: list.error,
    endpoints: (rows.data ?? []).filter((row) => row.mode === "async").map(({ name, task }) => ({ name, task })),
  };
}
