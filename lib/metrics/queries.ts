import { keepPreviousData, queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { DashboardView, FleetView } from "./view";

/** CloudWatch has a new point once a minute. */
const REFRESH_MS = 60_000;

export const metricsKeys = {
  all: (workspace: string) => ["workspaces", workspace, "metrics"] as const,
  endpoint: (workspace: string, name: string, query: Record<string, string>) =>
    [...metricsKeys.all(workspace), "endpoint", name, query] as const,
  fleet: (workspace: string, query: Record<string, string>) => [...metricsKeys.all(workspace), "fleet", query] as const,
};

export const metricsQueries = {
  endpoint: (workspace: string, name: string, query: Record<string, string>) =>
    queryOptions({
      queryKey: metricsKeys.endpoint(workspace, name, query),
      queryFn: ({ signal }) =>
        getJson<DashboardView>(
          workspaceApi(workspace, `/endpoints/${encodeURIComponent(name)}/metrics?${new URLSearchParams(query)}`),
          { signal },
        ),
      placeholderData: keepPreviousData,
      staleTime: 20_000,
      // A window of the past does not change.
      refetchInterval: "from" in query ? false : REFRESH_MS,
    }),
  fleet: (workspace: string, query: Record<string, string>) =>
    queryOptions({
      queryKey: metricsKeys.fleet(workspace, query),
      queryFn: ({ signal }) =>
        getJson<FleetView>(workspaceApi(workspace, `/metrics?${new URLSearchParams(query)}`), { signal }),
      placeholderData: keepPreviousData,
      staleTime: 20_000,
      refetchInterval: "from" in query ? false : REFRESH_MS,
    }),
};
