"use client";

import { useState } from "react";

import { ColumnMenu } from "@/components/data-table/column-menu";
import { DataTable } from "@/components/data-table/data-table";
import { ListPager } from "@/components/data-table/list-pager";
import { useDataTable } from "@/components/data-table/use-data-table";
import { ErrorPanel } from "@/components/ui/error-panel";
import { TableSkeleton } from "@/components/ui/skeleton";
import { ENDPOINT_SORTS } from "@/lib/endpoints/schema";
import { problemIn } from "@/lib/problem-in";

import { endpointColumns } from "./endpoint-columns";
import { EndpointsToolbar } from "./endpoints-toolbar";
import { NoEndpoints, NoMatches } from "./no-endpoints";
import { SelectedEndpoints } from "./selected-endpoints";
import { useEndpointList } from "./use-endpoint-list";

/** Every endpoint of the workspace, page by page, kept fresh while something changes. */
export function EndpointsTable() {
  const { list, rows, params, filter, paging, hasFilter } = useEndpointList();
  const [selected, setSelected] = useState<string[]>([]);
  // What is not shown any more is not selected: nobody could see what they delete.
  const shown = selected.filter((name) => rows.some((row) => row.name === name));
  const table = useDataTable({
    columns: endpointColumns,
    rows,
    rowId: (row) => row.name,
    hidden: ["updated"],
    selected: shown,
    onSelectedChange: setSelected,
    sorting: [{ id: params.sort, desc: params.order === "desc" }],
    onSortingChange: ([sorting]) => {
      const sort = ENDPOINT_SORTS.find((key) => key === sorting?.id);
      if (sort) filter({ sort, order: sorting?.desc ? "desc" : "asc" });
    },
  });

  const isEmptyWorkspace = list.isSuccess && rows.length === 0 && !hasFilter && paging.isFirst;
  if (isEmptyWorkspace) return <NoEndpoints />;
  return (
    <>
      <EndpointsToolbar params={params} filter={filter} end={<ColumnMenu table={table} />} />
      {list.isPending ? (
        <TableSkeleton />
      ) : list.isError ? (
        <ErrorPanel
          title="Endpoints could not be loaded"
          problem={problemIn(list.error)}
          onRetry={() => void list.refetch()}
        />
      ) : (
        <div aria-busy={list.isPlaceholderData} className="transition-opacity aria-busy:opacity-60">
          <DataTable
            label="Endpoints"
            table={table}
            empty={
              <NoMatches onClear={() => filter({ search: "", status: null, createdAfter: "", createdBefore: "" })} />
            }
            footer={
              <ListPager
                label="Pages of endpoints"
                paging={paging}
                size={params.limit}
                onSize={(limit) => filter({ limit })}
                busy={list.isPlaceholderData}
              />
            }
          />
        </div>
      )}
      <SelectedEndpoints names={shown} onClear={() => setSelected([])} />
    </>
  );
}
