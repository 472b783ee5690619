import { queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import type { SetupInput, SetupTimes } from "@/lib/inference/cold-start";
import { workspaceApi } from "@/lib/routes";
import type { DeletionPreview, ManyDeletions } from "./deletion-view";
import type { EndpointDetail, EndpointRow } from "./detail-view";
import type { ListEndpointsInput } from "./schema";
import { type EndpointPage, type ExpiringEndpoint, isTransitional } from "./view";

const POLL_MS = 4_000;
/** CloudWatch has a metric a minute or two after the fact. */
const METRIC_POLL_MS = 30_000;
const METRIC_WAIT_MS = 180_000;

/** An endpoint of the list: its status is part of the key, because a change of it changes instances and cost too. */
type Shown = { name: string; status: string };

export const endpointKeys = {
  all: (workspace: string) => ["workspaces", workspace, "endpoints"] as const,
  list: (workspace: string, input: Partial<ListEndpointsInput>) =>
    [...endpointKeys.all(workspace), "list", input] as const,
  expiring: (workspace: string) => [...endpointKeys.all(workspace), "expiring"] as const,
  rows: (workspace: string, shown: readonly Shown[]) =>
    [...endpointKeys.all(workspace), "rows", shown.map(({ name, status }) => [name, status])] as const,
  detail: (workspace: string, name: string) => [...endpointKeys.all(workspace), "detail", name] as const,
  tags: (workspace: string, name: string) => [...endpointKeys.detail(workspace, name), "tags"] as const,
  deletion: (workspace: string, name: string) => [...endpointKeys.detail(workspace, name), "deletion"] as const,
  deletions: (workspace: string, names: readonly string[]) =>
    [...endpointKeys.all(workspace), "deletions", names] as const,
  setupTimes: (workspace: string, name: string, call: SetupInput) =>
    [...endpointKeys.detail(workspace, name), "setup-times", call] as const,
};

const one = (workspace: string, name: string, path = "") =>
  workspaceApi(workspace, `/endpoints/${encodeURIComponent(name)}${path}`);

export const endpointQueries = {
  expiring: (workspace: string) =>
    queryOptions({
      queryKey: endpointKeys.expiring(workspace),
      queryFn: ({ signal }) => getJson<ExpiringEndpoint[]>(workspaceApi(workspace, "/expiring-endpoints"), { signal }),
      staleTime: 30_000,
    }),
  list: (workspace: string, input: Partial<ListEndpointsInput>) =>
    queryOptions({
      queryKey: endpointKeys.list(workspace, input),
      queryFn: ({ signal }) =>
        getJson<EndpointPage>(workspaceApi(workspace, `/endpoints?${toQuery(input)}`), { signal }),
      // Poll only while SageMaker is still working on something that is shown.
      refetchInterval: ({ state }) =>
        state.data?.items.some((endpoint) => isTransitional(endpoint.status)) ? POLL_MS : false,
    }),
  rows: (workspace: string, shown: readonly Shown[]) =>
    queryOptions({
      queryKey: endpointKeys.rows(workspace, shown),
      queryFn: ({ signal }) =>
        getJson<EndpointRow[]>(
          workspaceApi(workspace, `/endpoint-rows?${new URLSearchParams(shown.map(({ name }) => ["name", name]))}`),
          { signal },
        ),
      enabled: shown.length > 0,
      staleTime: 60_000,
      refetchInterval: ({ state }) => (state.data?.some((row) => isTransitional(row.status)) ? POLL_MS : false),
    }),
  detail: (workspace: string, name: string) =>
    queryOptions({
      queryKey: endpointKeys.detail(workspace, name),
      queryFn: ({ signal }) => getJson<EndpointDetail>(one(workspace, name), { signal }),
      refetchInterval: ({ state }) => (state.data && isTransitional(state.data.status) ? POLL_MS : false),
    }),
  tags: (workspace: string, name: string) =>
    queryOptions({
      queryKey: endpointKeys.tags(workspace, name),
      queryFn: ({ signal }) => getJson<{ key: string; value: string }[]>(one(workspace, name, "/tags"), { signal }),
    }),
  /** The same for somebody who is about to change them. */
  tagsNow: (workspace: string, name: string) =>
    queryOptions({
      queryKey: endpointKeys.tags(workspace, name),
      queryFn: ({ signal }) =>
        getJson<{ key: string; value: string }[]>(one(workspace, name, "/tags"), { signal, cache: "reload" }),
      staleTime: 0,
    }),
  /** Starts of serverless environments around a call; asked again while CloudWatch may still be behind. */
  setupTimes: (workspace: string, name: string, call: SetupInput) =>
    queryOptions({
      queryKey: endpointKeys.setupTimes(workspace, name, call),
      queryFn: ({ signal }) => {
        const query = new URLSearchParams({ variant: call.variant, at: call.at, ms: String(call.ms) });
        return getJson<SetupTimes>(one(workspace, name, `/setup-times?${query}`), { signal });
      },
      staleTime: METRIC_POLL_MS,
      refetchInterval: ({ state }) =>
        state.data === null && Date.now() - Date.parse(call.at) < METRIC_WAIT_MS ? METRIC_POLL_MS : false,
    }),
  deletion: (workspace: string, name: string) =>
    queryOptions({
      queryKey: endpointKeys.deletion(workspace, name),
      queryFn: ({ signal }) => getJson<DeletionPreview>(one(workspace, name, "/deletion"), { signal, cache: "reload" }),
      // Others may begin to use a part at any time: always look again, in AWS itself.
      staleTime: 0,
      gcTime: 0,
    }),
  /** The same for several that go together. */
  deletions: (workspace: string, names: readonly string[]) =>
    queryOptions({
      queryKey: endpointKeys.deletions(workspace, names),
      queryFn: ({ signal }) => {
        const query = new URLSearchParams(names.map((name) => ["name", name]));
        return getJson<ManyDeletions>(workspaceApi(workspace, `/endpoint-deletions?${query}`), {
          signal,
          cache: "reload",
        });
      },
      staleTime: 0,
      gcTime: 0,
    }),
};

function toQuery(input: Partial<ListEndpointsInput>): string {
  const entries = Object.entries(input).filter(([, value]) => value !== undefined && value !== "");
  return new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
}
