"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";

import { useTokenPaging } from "@/components/data-table/use-token-paging";
import { useWorkspace } from "@/components/shell/workspace-context";
import { useDebounced } from "@/components/ui/use-debounced";
import { transformQueries } from "@/lib/transform/queries";
import { toListInput, transformListParams } from "@/lib/transform/search-params";

import type { TableRow } from "./transform-columns";

const TYPING_REST_MS = 250;

/** The page of jobs that the address asks for, with what makes up its rows and the way to the next page. */
export function useTransformList() {
  const { id } = useWorkspace();
  const [params, setParams] = useQueryStates(transformListParams, { history: "replace" });
  const search = useDebounced(params.search, TYPING_REST_MS);
  const list = useQuery({
    ...transformQueries.list(id, toListInput({ ...params, search })),
    placeholderData: keepPreviousData,
  });

  const items = list.data?.items ?? [];
  const described = useQuery({ ...transformQueries.rows(id, items), placeholderData: keepPreviousData });
  const more = new Map(described.data?.map((row) => [row.name, row]));
  const rows = items.map(
    (item): TableRow => ({ ...item, more: more.get(item.name) ?? null, isLoadingMore: described.isFetching }),
  );

  const { paging, restart } = useTokenPaging({
    cursor: params.cursor,
    nextCursor: list.isPlaceholderData ? null : list.data?.nextCursor,
    onCursor: (cursor) => void setParams({ cursor }),
  });

  /** Changes a filter; it starts again at the first page, because a token belongs to its filter. */
  function filter(change: Partial<Omit<typeof params, "cursor">>) {
    restart();
    void setParams({ ...change, cursor: null });
  }

  const hasFilter = Boolean(params.search || params.status || params.createdAfter || params.createdBefore);
  return { list, rows, params, filter, paging, hasFilter };
}
