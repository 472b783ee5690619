import { queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { CostsView } from "./view";

const POLL_MS = 60_000;

export const costKeys = { costs: (workspace: string) => ["workspaces", workspace, "costs"] as const };

export const costQueries = {
  costs: (workspace: string) =>
    queryOptions({
      queryKey: costKeys.costs(workspace),
      queryFn: ({ signal }) => getJson<CostsView>(workspaceApi(workspace, "/costs"), { signal }),
      refetchInterval: POLL_MS,
      staleTime: POLL_MS / 2,
    }),
};
