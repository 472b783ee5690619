import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { ListActivityInput } from "./schema";
import type { ActivityFacets, ActivityPage } from "./view";

export type ActivityFilters = Omit<ListActivityInput, "cursor">;

export const activityKeys = {
  all: (workspace: string) => ["workspaces", workspace, "activity"] as const,
  list: (workspace: string, filters: ActivityFilters) => [...activityKeys.all(workspace), "list", filters] as const,
  facets: (workspace: string) => [...activityKeys.all(workspace), "facets"] as const,
};

export const activityQueries = {
  list: (workspace: string, filters: ActivityFilters) =>
    infiniteQueryOptions({
      queryKey: activityKeys.list(workspace, filters),
      queryFn: ({ pageParam, signal }) => {
        const given = Object.entries({ ...filters, cursor: pageParam }).filter(([, value]) => value);
        const query = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
        return getJson<ActivityPage>(workspaceApi(workspace, `/activity?${query}`), { signal });
      },
      initialPageParam: "",
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      // Others change things too: look again soon.
      staleTime: 5_000,
    }),
  facets: (workspace: string) =>
    queryOptions({
      queryKey: activityKeys.facets(workspace),
      queryFn: ({ signal }) => getJson<ActivityFacets>(workspaceApi(workspace, "/activity/facets"), { signal }),
    }),
};
