import { keepPreviousData, queryOptions } from "@tanstack/react-query";

import type { ModelView } from "@/lib/endpoints/model-view";
import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { ModelRows } from "./view";

const modelKeys = {
  all: (workspace: string) => ["workspaces", workspace, "models"] as const,
  list: (workspace: string, search: string) => [...modelKeys.all(workspace), "list", search] as const,
};

export const modelQueries = {
  /** What a model is made of. */
  one: (workspace: string, name: string) =>
    queryOptions({
      queryKey: [...modelKeys.all(workspace), "one", name] as const,
      queryFn: ({ signal }) =>
        getJson<ModelView>(workspaceApi(workspace, `/models/${encodeURIComponent(name)}`), { signal }),
      retry: false,
    }),
  list: (workspace: string, search: string) =>
    queryOptions({
      queryKey: modelKeys.list(workspace, search),
      queryFn: ({ signal }) =>
        getJson<ModelRows>(workspaceApi(workspace, `/models?${new URLSearchParams({ search })}`), { signal }),
      placeholderData: keepPreviousData,
    }),
};
