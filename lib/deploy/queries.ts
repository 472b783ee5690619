import { queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

export const deployKeys = {
  executionRoles: (workspaceId: string) => ["workspaces", workspaceId, "execution-roles"] as const,
};

export const deployQueries = {
  executionRoles: (workspaceId: string) =>
    queryOptions({
      queryKey: deployKeys.executionRoles(workspaceId),
      queryFn: ({ signal }) => getJson<string[]>(workspaceApi(workspaceId, "/execution-roles"), { signal }),
      staleTime: 300_000,
    }),
};
