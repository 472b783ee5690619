"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useQueryStates } from "nuqs";

import { ColumnMenu } from "@/components/data-table/column-menu";
import { DataTable } from "@/components/data-table/data-table";
import { useDataTable } from "@/components/data-table/use-data-table";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorPanel } from "@/components/ui/error-panel";
import { TableSkeleton } from "@/components/ui/skeleton";
import { activityQueries } from "@/lib/audit/queries";
import { problemIn } from "@/lib/problem-in";

import { activityColumns, hiddenActivityColumns } from "./activity-columns";
import { ActivityFilters } from "./activity-filters";
import { activityParams } from "./search-params";

export function ActivityView() {
  const { id } = useWorkspace();
  const [filters, setFilters] = useQueryStates(activityParams);
  const list = useInfiniteQuery({ ...activityQueries.list(id, filters), placeholderData: keepPreviousData });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const table = useDataTable({
    columns: activityColumns,
    rows,
    rowId: (row) => row.id,
    hidden: hiddenActivityColumns,
  });
  const filtered = Boolean(filters.person || filters.action || filters.outcome || filters.search);

  return (
    <>
      <ActivityFilters end={<ColumnMenu table={table} />} />
      {list.error ? (
        <ErrorPanel
          title="Activity could not be loaded"
          problem={problemIn(list.error)}
          onRetry={() => void list.refetch()}
        />
      ) : list.isPending ? (
        <TableSkeleton />
      ) : (
        <DataTable
          label="Activity"
          table={table}
          more={list.hasNextPage ? { onMore: list.fetchNextPage, busy: list.isFetchingNextPage } : null}
          empty={filtered ? <NoMatch onClear={() => void setFilters(null)} /> : <NoActivity />}
        />
      )}
    </>
  );
}

function NoActivity() {
  return (
    <EmptyState icon={History} title="Nothing has been changed yet">
      Every change made through this console leaves a row here: who, what, on what, and how it ended.
    </EmptyState>
  );
}

function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={History}
      title="No change fits these filters"
      action={<Button onClick={onClear}>Clear filters</Button>}
    />
  );
}
