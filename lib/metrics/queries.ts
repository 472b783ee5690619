import { keepPreviousData, queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { ComponentDashboard, DashboardView, FleetView } from "./view";

const MINUTE_MS = 60_000;

/**
 * How soon a dashboard asks again: CloudWatch has a new point once a minute, and long periods change slowly. AWS charges
 * for every metric asked for, so that an open page must not ask in vain; a window of the past does not change.
 */
export function refreshAfterMs(view: Pick<DashboardView, "isLive" | "periodSeconds"> | undefined): number | false {
  if (!view?.isLive) return false;
  return Math.max(MINUTE_MS, (view.periodSeconds * 1_000) / 12);
}

export const metricsKeys = {
  all: (workspace: string) => ["workspaces", workspace, "metrics"] as const,
  endpoint: (workspace: string, name: string, query: Record<string, string>) =>
    [...metricsKeys.all(workspace), "endpoint", name, query] as const,
  component: (workspace: string, name: string, query: Record<string, string>) =>
    [...metricsKeys.all(workspace), "component", name, query] as const,
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
      refetchInterval: ({ state }) => refreshAfterMs(state.data),
    }),
  component: (workspace: string, name: string, query: Record<string, string>) =>
    queryOptions({
      queryKey: metricsKeys.component(workspace, name, query),
      queryFn: ({ signal }) =>
        getJson<ComponentDashboard>(
          workspaceApi(
            workspace,
            `/inference-components/${encodeURIComponent(name)}/metrics?${new URLSearchParams(query)}`,
          ),
          { signal },
        ),
      placeholderData: keepPreviousData,
      staleTime: 20_000,
      refetchInterval: ({ state }) => refreshAfterMs(state.data),
    }),
  fleet: (workspace: string, query: Record<string, string>) =>
    queryOptions({
      queryKey: metricsKeys.fleet(workspace, query),
      queryFn: ({ signal }) =>
        getJson<FleetView>(workspaceApi(workspace, `/metrics?${new URLSearchParams(query)}`), { signal }),
      placeholderData: keepPreviousData,
      staleTime: 20_000,
      refetchInterval: ({ state }) => refreshAfterMs(state.data),
    }),
};
