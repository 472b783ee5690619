import { queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";

import type { Workspace } from "./view";

export const workspaceKeys = { all: ["all-workspaces"] as const };

export const workspaceQueries = {
  list: () =>
    queryOptions({
      queryKey: workspaceKeys.all,
      queryFn: ({ signal }) => getJson<Workspace[]>("/api/workspaces", { signal }),
    }),
};
