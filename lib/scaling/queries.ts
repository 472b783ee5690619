import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { refreshAfterMs } from "@/lib/metrics/queries";
import { workspaceApi } from "@/lib/routes";

import type { EndpointScalingView, TimelineView } from "./endpoint-view";
import type { Part } from "./read-onward";
import type { EndpointState, ReviewList, ReviewLists } from "./review-view";

const POLL_MS = 15_000;
/** Lists of a whole account are many calls; they are read again when somebody asks, or comes back. */
const LIST_STALE_MS = 60_000;

export const scalingKeys = {
  all: (workspace: string) => ["workspaces", workspace, "scaling"] as const,
  list: (workspace: string, list: ReviewList) => [...scalingKeys.all(workspace), "list", list] as const,
  states: (workspace: string, names: readonly string[]) => [...scalingKeys.all(workspace), "states", names] as const,
  endpoint: (workspace: string, name: string) => [...scalingKeys.all(workspace), "endpoint", name] as const,
  timeline: (workspace: string, name: string, query: Record<string, string>) =>
    [...scalingKeys.endpoint(workspace, name), "timeline", query] as const,
};

const ofEndpoint = (workspace: string, name: string, path: string) =>
  workspaceApi(workspace, `/endpoints/${encodeURIComponent(name)}/scaling${path}`);

export const scalingQueries = {
  list: <L extends ReviewList>(workspace: string, list: L) =>
    infiniteQueryOptions({
      queryKey: scalingKeys.list(workspace, list),
      queryFn: ({ pageParam, signal }) => {
        const query = new URLSearchParams({ list, ...(pageParam ? { cursor: pageParam } : {}) });
        return getJson<Part<ReviewLists[L]>>(workspaceApi(workspace, `/scaling?${query}`), { signal });
      },
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      staleTime: LIST_STALE_MS,
      retry: 1,
    }),
  states: (workspace: string, names: readonly string[]) =>
    queryOptions({
      queryKey: scalingKeys.states(workspace, names),
      queryFn: ({ signal }) =>
        getJson<EndpointState[]>(
          workspaceApi(workspace, `/scaling/states?${new URLSearchParams(names.map((name) => ["name", name]))}`),
          { signal },
        ),
      enabled: names.length > 0,
      placeholderData: keepPreviousData,
      staleTime: POLL_MS,
      refetchInterval: 2 * POLL_MS,
    }),
  endpoint: (workspace: string, name: string) =>
    queryOptions({
      queryKey: scalingKeys.endpoint(workspace, name),
      queryFn: ({ signal }) => getJson<EndpointScalingView>(ofEndpoint(workspace, name, ""), { signal }),
      refetchInterval: POLL_MS,
    }),
  timeline: (workspace: string, name: string, query: Record<string, string>) =>
    queryOptions({
      queryKey: scalingKeys.timeline(workspace, name, query),
      queryFn: ({ signal }) =>
        getJson<TimelineView>(ofEndpoint(workspace, name, `/timeline?${new URLSearchParams(query)}`), { signal }),
      placeholderData: keepPreviousData,
      staleTime: 20_000,
      refetchInterval: ({ state }) => refreshAfterMs(state.data),
    }),
};
