import { queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { ArchiveListing } from "./view";

export const ownCodeQueries = {
  listing: (workspaceId: string, uri: string) =>
    queryOptions({
      queryKey: ["workspaces", workspaceId, "archive-listing", uri] as const,
      queryFn: ({ signal }) =>
        getJson<ArchiveListing>(workspaceApi(workspaceId, `/archive-listing?${new URLSearchParams({ uri })}`), {
          signal,
        }),
      staleTime: 60_000,
      retry: false,
    }),
};
