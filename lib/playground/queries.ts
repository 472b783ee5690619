import { queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { CallRow, ExampleRow, KeptCall, SavedExample } from "./view";

const root = (workspace: string) => ["workspaces", workspace, "playground"] as const;

export const playgroundKeys = {
  calls: (workspace: string) => [...root(workspace), "calls"] as const,
  call: (workspace: string, id: string) => [...root(workspace), "call", id] as const,
  examples: (workspace: string) => [...root(workspace), "examples"] as const,
  example: (workspace: string, id: string) => [...root(workspace), "example", id] as const,
};

export const callsApi = (workspace: string, id = "") =>
  workspaceApi(workspace, `/playground/calls${id === "" ? "" : `/${encodeURIComponent(id)}`}`);

export const examplesApi = (workspace: string, rest: string) => workspaceApi(workspace, `/playground/examples${rest}`);

export const playgroundQueries = {
  /** One's own calls, newest first; all of them, so that searching needs no waiting. */
  calls: (workspace: string) =>
    queryOptions({
      queryKey: playgroundKeys.calls(workspace),
      queryFn: ({ signal }) => getJson<CallRow[]>(callsApi(workspace), { signal }),
    }),
  call: (workspace: string, id: string | null) =>
    queryOptions({
      queryKey: playgroundKeys.call(workspace, id ?? ""),
      queryFn: ({ signal }) => getJson<KeptCall>(callsApi(workspace, id ?? ""), { signal }),
      enabled: id !== null,
      staleTime: Number.POSITIVE_INFINITY,
      // Page and playground both look at it: a failure that each tried again as it appears would never end.
      retryOnMount: false,
    }),
  examples: (workspace: string, task: string) =>
    queryOptions({
      queryKey: [...playgroundKeys.examples(workspace), task],
      queryFn: ({ signal }) =>
        getJson<ExampleRow[]>(examplesApi(workspace, `?${new URLSearchParams({ task })}`), { signal }),
    }),
  example: (workspace: string, id: string | null) =>
    queryOptions({
      queryKey: playgroundKeys.example(workspace, id ?? ""),
      queryFn: ({ signal }) =>
        getJson<SavedExample>(examplesApi(workspace, `/${encodeURIComponent(id ?? "")}`), { signal }),
      enabled: id !== null,
      staleTime: Number.POSITIVE_INFINITY,
      // Page and playground both look at it: a failure that each tried again as it appears would never end.
      retryOnMount: false,
    }),
};
