import { queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";
import type { EndpointCodeView } from "@/lib/specification/view";

import type { ParkedEndpoint, ParkPreview } from "./view";

const POLL_MS = 2_000;

export const parkingKeys = {
  all: (workspace: string) => ["workspaces", workspace, "parked"] as const,
  list: (workspace: string) => [...parkingKeys.all(workspace), "list"] as const,
  specification: (workspace: string, id: string) => [...parkingKeys.all(workspace), "specification", id] as const,
  preview: (workspace: string, name: string) => [...parkingKeys.all(workspace), "preview", name] as const,
};

export const parkingQueries = {
  list: (workspace: string) =>
    queryOptions({
      queryKey: parkingKeys.list(workspace),
      queryFn: ({ signal }) => getJson<ParkedEndpoint[]>(workspaceApi(workspace, "/parked-endpoints"), { signal }),
      // Only while something is on its way.
      refetchInterval: ({ state }) =>
        state.data?.some((each) => each.state === "parking" || each.state === "restoring") ? POLL_MS : false,
    }),
  specification: (workspace: string, id: string) =>
    queryOptions({
      queryKey: parkingKeys.specification(workspace, id),
      queryFn: ({ signal }) =>
        getJson<EndpointCodeView>(workspaceApi(workspace, `/parked-endpoints/${id}/specification`), { signal }),
    }),
  preview: (workspace: string, name: string) =>
    queryOptions({
      queryKey: parkingKeys.preview(workspace, name),
      queryFn: ({ signal }) =>
        getJson<ParkPreview>(workspaceApi(workspace, `/endpoints/${encodeURIComponent(name)}/parking`), { signal }),
      // Others may begin to use a part at any time: always look again.
      staleTime: 0,
      gcTime: 0,
    }),
};
