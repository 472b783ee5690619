import { queryOptions } from "@tanstack/react-query";

import { endpointKeys } from "@/lib/endpoints/queries";
import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import { type ComponentDetail, isComponentMoving } from "./view";

const POLL_MS = 3_000;
/** Scaling changes the number of copies at any time. */
const REST_MS = 15_000;

export const componentKeys = {
  of: (workspace: string, endpoint: string) => [...endpointKeys.detail(workspace, endpoint), "components"] as const,
};

export const componentQueries = {
  /** The components on an endpoint. All who look share the server's calls to AWS. */
  of: (workspace: string, endpoint: string) =>
    queryOptions({
      queryKey: componentKeys.of(workspace, endpoint),
      queryFn: ({ signal }) =>
        getJson<ComponentDetail[]>(
          workspaceApi(workspace, `/endpoints/${encodeURIComponent(endpoint)}/inference-components`),
          { signal },
        ),
      refetchInterval: ({ state }) => (state.data?.some(isComponentMoving) ? POLL_MS : REST_MS),
    }),
};
