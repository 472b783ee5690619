import { queryOptions } from "@tanstack/react-query";

import { isTransitional } from "@/lib/endpoints/view";
import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { OverviewView } from "./view";

const WORKING_POLL_MS = 5_000;
const QUIET_POLL_MS = 60_000;

export const overviewKeys = {
  overview: (workspace: string) => ["workspaces", workspace, "endpoints", "overview"] as const,
};

export const overviewQueries = {
  /** Lives under the endpoints' keys, so that a change of an endpoint refreshes it too. */
  overview: (workspace: string) =>
    queryOptions({
      queryKey: overviewKeys.overview(workspace),
      queryFn: ({ signal }) => getJson<OverviewView>(workspaceApi(workspace, "/overview"), { signal }),
      refetchInterval: ({ state }) =>
        state.data?.counts.some(({ status }) => isTransitional(status)) ? WORKING_POLL_MS : QUIET_POLL_MS,
    }),
};
