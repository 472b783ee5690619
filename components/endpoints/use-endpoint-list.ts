"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { useDebounced } from "@/components/ui/use-debounced";
import { endpointQueries } from "@/lib/endpoints/queries";
import { endpointListParams, toListInput } from "@/lib/endpoints/search-params";
import type { TableRow } from "./endpoint-columns";

const TYPING_REST_MS = 250;

/** The page of endpoints that the address asks for, with what makes up its rows and the way to the next page. */
export function useEndpointList() {
  const { id } = useWorkspace();
  const [params, setParams] = useQueryStates(endpointListParams, { history: "replace" });
  // SageMaker's tokens lead only forward: the way back is remembered here.
  const [before, setBefore] = useState<string[]>([]);
  const search = useDebounced(params.search, TYPING_REST_MS);
  const list = useQuery({
    ...endpointQueries.list(id, toListInput({ ...params, search })),
    placeholderData: keepPreviousData,
  });

  const items = list.data?.items ?? [];
  const described = useQuery({
    ...endpointQueries.rows(id, items),
    placeholderData: keepPreviousData,
  });
  const more = new Map(described.data?.map((row) => [row.name, row]));
  const rows = items.map(
    (item): TableRow => ({ ...item, more: more.get(item.name) ?? null, isLoadingMore: described.isFetching }),
  );

  /** Changes a filter; it starts again at the first page, because a token belongs to its filter. */
  function filter(change: Partial<Omit<typeof params, "cursor">>) {
    setBefore([]);
    void setParams({ ...change, cursor: null });
  }
  function next() {
    const cursor = list.data?.nextCursor;
    if (!cursor) return;
    setBefore([...before, params.cursor]);
    void setParams({ cursor });
  }
  function previous() {
    void setParams({ cursor: before.at(-1) || null });
    setBefore(before.slice(0, -1));
  }

  const hasFilter = Boolean(params.search || params.status || params.createdAfter || params.createdBefore);
  const paging = {
    page: before.length + 1,
    isFirst: params.cursor === "",
    next: list.data?.nextCursor && !list.isPlaceholderData ? next : null,
    previous: params.cursor === "" ? null : previous,
  };
  return { list, rows, params, filter, paging, hasFilter };
}
