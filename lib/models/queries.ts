import { keepPreviousData, queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { ModelRows } from "./view";

const modelKeys = {
  all: (workspace: string) => ["workspaces", workspace, "models"] as const,
  list: (workspace: string, search: string) => [...modelKeys.all(workspace), "list", search] as const,
};

export const modelQueries = {
  list: (workspace: string, search: string) =>
    queryOptions({
      queryKey: modelKeys.list(workspace, search),
      queryFn: ({ signal }) =>
        getJson<ModelRows>(workspaceApi(workspace, `/models?${new URLSearchParams({ search })}`), { signal }),
      placeholderData: keepPreviousData,
    }),
};
