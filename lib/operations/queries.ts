import { queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import { isUnderWay, type OperationView } from "./view";

export const operationKeys = {
  all: (workspaceId: string) => ["workspaces", workspaceId, "operations"] as const,
  unfinished: (workspaceId: string) => [...operationKeys.all(workspaceId), "unfinished"] as const,
  detail: (workspaceId: string, id: string) => [...operationKeys.all(workspaceId), "detail", id] as const,
};

export const operationQueries = {
  /** Running and failed operations of a workspace; asked again often only while one runs. */
  unfinished: (workspaceId: string) =>
    queryOptions({
      queryKey: operationKeys.unfinished(workspaceId),
      queryFn: ({ signal }) => getJson<OperationView[]>(workspaceApi(workspaceId, "/operations"), { signal }),
      refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 3_000 : 30_000),
    }),
  detail: (workspaceId: string, id: string) =>
    queryOptions({
      queryKey: operationKeys.detail(workspaceId, id),
      queryFn: ({ signal }) =>
        getJson<OperationView>(workspaceApi(workspaceId, `/operations/${encodeURIComponent(id)}`), { signal }),
      refetchInterval: ({ state }) => (state.data && !isUnderWay(state.data) ? false : 1_000),
    }),
};
