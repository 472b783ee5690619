import { queryOptions } from "@tanstack/react-query";

import { endpointKeys } from "@/lib/endpoints/queries";
import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { EndpointHistory, UpdateRecord, UpdateStart } from "./view";

const one = (workspace: string, name: string, path: `/${string}`) =>
  workspaceApi(workspace, `/endpoints/${encodeURIComponent(name)}${path}`);

export const updateKeys = {
  start: (workspace: string, name: string) => [...endpointKeys.detail(workspace, name), "update-start"] as const,
  history: (workspace: string, name: string) => [...endpointKeys.detail(workspace, name), "history"] as const,
  record: (workspace: string, id: string) => ["workspaces", workspace, "updates", id] as const,
};

export const updateQueries = {
  start: (workspace: string, name: string) =>
    queryOptions({
      queryKey: updateKeys.start(workspace, name),
      queryFn: ({ signal }) => getJson<UpdateStart>(one(workspace, name, "/update-start"), { signal }),
      // The form starts at what runs: never at what ran when it was opened before.
      staleTime: 0,
      gcTime: 0,
      refetchOnWindowFocus: false,
    }),
  history: (workspace: string, name: string) =>
    queryOptions({
      queryKey: updateKeys.history(workspace, name),
      queryFn: ({ signal }) => getJson<EndpointHistory>(one(workspace, name, "/history"), { signal }),
      staleTime: 5_000,
    }),
  /** An update made here; asked again until its verdict is known. */
  record: (workspace: string, id: string) =>
    queryOptions({
      queryKey: updateKeys.record(workspace, id),
      queryFn: ({ signal }) =>
        getJson<UpdateRecord>(workspaceApi(workspace, `/updates/${encodeURIComponent(id)}`), { signal }),
      refetchInterval: ({ state }) => (state.data?.verdict ? false : 3_000),
    }),
};
