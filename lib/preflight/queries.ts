import { queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { QuotaFacts, RoleFacts } from "./view";

const keyOf = (workspaceId: string, what: string) => ["workspaces", workspaceId, "preflight", what] as const;

/** What a preflight asks AWS beside what the form asks anyway. A refusal is shown as "could not look": no second try. */
export const preflightQueries = {
  quota: (workspaceId: string, instanceType: string) =>
    queryOptions({
      queryKey: [...keyOf(workspaceId, "quota"), instanceType],
      queryFn: ({ signal }) =>
        getJson<QuotaFacts>(workspaceApi(workspaceId, `/preflight-quota?${new URLSearchParams({ instanceType })}`), {
          signal,
        }),
      staleTime: 15_000,
      retry: false,
    }),
  role: (workspaceId: string, roleArn: string, archiveUri: string) =>
    queryOptions({
      queryKey: [...keyOf(workspaceId, "role"), roleArn, archiveUri],
      queryFn: ({ signal }) =>
        getJson<RoleFacts>(
          workspaceApi(workspaceId, `/preflight-role?${new URLSearchParams({ roleArn, archiveUri })}`),
          { signal },
        ),
      staleTime: 60_000,
      retry: false,
    }),
};
