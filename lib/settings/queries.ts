import { queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { CallerIdentity, HubTokenStatus } from "./view";

export const settingsKeys = {
  hubToken: (workspace: string) => ["workspaces", workspace, "hub-token"] as const,
  executionRoles: (workspace: string) => ["workspaces", workspace, "execution-roles"] as const,
};

export const settingsQueries = {
  hubToken: (workspace: string) =>
    queryOptions({
      queryKey: settingsKeys.hubToken(workspace),
      queryFn: ({ signal }) => getJson<HubTokenStatus | null>(workspaceApi(workspace, "/hub-token"), { signal }),
    }),
  /** ARNs of the roles that SageMaker may take. */
  executionRoles: (workspace: string) =>
    queryOptions({
      queryKey: settingsKeys.executionRoles(workspace),
      queryFn: ({ signal }) => getJson<string[]>(workspaceApi(workspace, "/execution-roles"), { signal }),
      staleTime: 60_000,
    }),
};

/** Asks AWS who the workspace's credentials belong to: run on a click, never kept. */
export function testConnection(workspace: string): Promise<CallerIdentity> {
  return getJson<CallerIdentity>(workspaceApi(workspace, "/identity"));
}
