import { queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { HubModel } from "./view";

export const hubQueries = {
  model: (workspaceId: string, id: string, revision: string) =>
    queryOptions({
      queryKey: ["workspaces", workspaceId, "hub-model", id, revision] as const,
      queryFn: ({ signal }) =>
        getJson<HubModel>(workspaceApi(workspaceId, `/hub-model?${new URLSearchParams({ id, revision })}`), { signal }),
      staleTime: 60_000,
      retry: false,
    }),
};
