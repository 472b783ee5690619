import { queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import { type AsyncDetail, type AsyncPage, isOpen } from "./request-view";

/** These ask the console's own database: AWS is asked by the server alone. */
const POLL_MS = 2_000;

export type AsyncListing = {
  endpoint?: string;
  state?: string;
  search?: string;
  mine?: string;
  page: number;
  limit: number;
};

const root = (workspace: string) => ["workspaces", workspace, "async-requests"] as const;

export const asyncKeys = { all: root };

export const asyncApi = (workspace: string, rest = "") => workspaceApi(workspace, `/async-requests${rest}`);

export const asyncQueries = {
  list: (workspace: string, listing: AsyncListing) =>
    queryOptions({
      queryKey: [...root(workspace), "list", listing],
      queryFn: ({ signal }) => getJson<AsyncPage>(asyncApi(workspace, `?${toQuery(listing)}`), { signal }),
      refetchInterval: ({ state }) => (state.data && state.data.open > 0 ? POLL_MS : false),
    }),
  detail: (workspace: string, id: string) =>
    queryOptions({
      queryKey: [...root(workspace), "detail", id],
      queryFn: ({ signal }) => getJson<AsyncDetail>(asyncApi(workspace, `/${encodeURIComponent(id)}`), { signal }),
      refetchInterval: ({ state }) => (state.data && isOpen(state.data.state) ? POLL_MS : false),
    }),
};

function toQuery(listing: AsyncListing): string {
  const entries = Object.entries(listing).flatMap(([key, value]) => (value ? [[key, String(value)]] : []));
  return new URLSearchParams(entries).toString();
}
