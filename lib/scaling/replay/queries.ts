import { queryOptions } from "@tanstack/react-query";

import { endpointKeys } from "@/lib/endpoints/queries";
import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { ReplayHistoryInput } from "./schema";
import type { ReplayHistory } from "./view";

const STALE_MS = 5 * 60_000;

export const replayKeys = {
  histories: (workspace: string, endpoint: string) =>
    [...endpointKeys.detail(workspace, endpoint), "replay-history"] as const,
};

export const replayQueries = {
  history: (workspace: string, endpoint: string, input: ReplayHistoryInput) =>
    queryOptions({
      queryKey: [...replayKeys.histories(workspace, endpoint), input],
      queryFn: ({ signal }) =>
        getJson<ReplayHistory>(
          workspaceApi(
            workspace,
            `/endpoints/${encodeURIComponent(endpoint)}/replay-history?${new URLSearchParams(input)}`,
          ),
          { signal },
        ),
      // The past does not change while somebody tries settings on it.
      staleTime: STALE_MS,
      refetchOnWindowFocus: false,
    }),
};
