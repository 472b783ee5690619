import { queryOptions } from "@tanstack/react-query";

import { endpointKeys } from "@/lib/endpoints/queries";
import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { EndpointCodeView } from "./view";

export const specificationQueries = {
  /** An endpoint as the calls that would make it again; below the endpoint's key, so that a change of it asks anew. */
  of: (workspace: string, name: string) =>
    queryOptions({
      queryKey: [...endpointKeys.detail(workspace, name), "specification"] as const,
      queryFn: ({ signal }) =>
        getJson<EndpointCodeView>(workspaceApi(workspace, `/endpoints/${encodeURIComponent(name)}/specification`), {
          signal,
        }),
      staleTime: 15_000,
    }),
};
