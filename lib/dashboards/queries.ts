import { keepPreviousData, queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { refreshAfterMs } from "@/lib/metrics/queries";
import { workspaceApi } from "@/lib/routes";

import type { DashboardChartsView, SavedDashboard } from "./view";

export const dashboardKeys = {
  all: (workspace: string) => ["workspaces", workspace, "dashboards"] as const,
  list: (workspace: string) => [...dashboardKeys.all(workspace), "list"] as const,
  detail: (workspace: string, id: string) => [...dashboardKeys.all(workspace), "detail", id] as const,
  charts: (workspace: string, id: string, query: Record<string, string>) =>
    [...dashboardKeys.detail(workspace, id), "charts", query] as const,
};

export const dashboardQueries = {
  list: (workspace: string) =>
    queryOptions({
      queryKey: dashboardKeys.list(workspace),
      queryFn: ({ signal }) => getJson<SavedDashboard[]>(workspaceApi(workspace, "/dashboards"), { signal }),
    }),
  detail: (workspace: string, id: string) =>
    queryOptions({
      queryKey: dashboardKeys.detail(workspace, id),
      queryFn: ({ signal }) => getJson<SavedDashboard>(workspaceApi(workspace, `/dashboards/${id}`), { signal }),
    }),
  charts: (workspace: string, id: string, query: Record<string, string>) =>
    queryOptions({
      queryKey: dashboardKeys.charts(workspace, id, query),
      queryFn: ({ signal }) =>
        getJson<DashboardChartsView>(
          workspaceApi(workspace, `/dashboards/${id}/charts?${new URLSearchParams(query)}`),
          { signal },
        ),
      placeholderData: keepPreviousData,
      staleTime: 20_000,
      refetchInterval: ({ state }) => refreshAfterMs(state.data),
    }),
};
