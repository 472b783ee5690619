"use client";

import { Download, RefreshCw } from "lucide-react";

import { ColumnMenu } from "@/components/data-table/column-menu";
import { DataTable } from "@/components/data-table/data-table";
import { ListPager } from "@/components/data-table/list-pager";
import { useDataTable } from "@/components/data-table/use-data-table";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorPanel } from "@/components/ui/error-panel";
import { IconButton } from "@/components/ui/icon-button";
import { saveFile } from "@/components/ui/save-file";
import { TableSkeleton } from "@/components/ui/skeleton";
import { askAnew } from "@/lib/http/get-json";
import { problemIn } from "@/lib/problem-in";
import { reviewCsv } from "@/lib/scaling/review-csv";
import { REVIEW_SORTS } from "@/lib/scaling/search-params";

import { reviewColumns } from "./review-columns";
import { ReviewNotes } from "./review-notes";
import { ReviewToolbar } from "./review-toolbar";
import { useReview } from "./use-review";

/** All scalable targets of the workspace, with what somebody who reviews them should look at. */
export function ScalingReview() {
  const review = useReview();
  const { params, filter, all, rows, shown, page, pages, loaded } = review;
  const { query: targets } = loaded.targets;
  const table = useDataTable({
    columns: reviewColumns,
    rows: shown,
    rowId: (row) => row.id,
    hidden: ["schedules"],
    sorting: [{ id: params.sort, desc: params.order === "desc" }],
    onSortingChange: ([sorting]) => {
      const sort = REVIEW_SORTS.find((key) => key === sorting?.id);
      if (sort) filter({ sort, order: sorting?.desc ? "desc" : "asc" });
    },
  });
  const refresh = () =>
    askAnew(() => {
      for (const { query } of Object.values(loaded)) void query.refetch();
      void review.states.refetch();
    });
  return (
    <>
      <ReviewToolbar
        all={all}
        params={params}
        filter={filter}
        end={
          <>
            <IconButton label="Refresh" onClick={refresh} disabled={targets.isRefetching}>
              <RefreshCw aria-hidden="true" />
            </IconButton>
            <IconButton
              label="Download as CSV"
              disabled={rows.length === 0}
              onClick={() => saveFile("scaling.csv", reviewCsv(rows), "text/csv")}
            >
              <Download aria-hidden="true" />
            </IconButton>
            <ColumnMenu table={table} />
          </>
        }
      />
      {targets.isPending ? (
        <TableSkeleton />
      ) : targets.isError && all.length === 0 ? (
        <ErrorPanel
          title="Scalable targets could not be loaded"
          problem={problemIn(targets.error)}
          onRetry={() => void targets.refetch()}
        />
      ) : (
        <>
          <ReviewNotes loaded={loaded} />
          <DataTable
            label="Scalable targets"
            table={table}
            empty={<NothingToReview isFiltered={all.length > 0} onClear={() => filter(NO_FILTER)} />}
            footer={
              <ListPager
                label="Pages of scalable targets"
                size={params.limit}
                onSize={(limit) => filter({ limit })}
                busy={false}
                paging={{
                  page,
                  isFirst: page === 1,
                  previous: page > 1 ? () => filter({ page: page - 1 }) : null,
                  next: page < pages ? () => filter({ page: page + 1 }) : null,
                }}
              />
            }
          />
          {pages > 1 ? (
            <p className="px-1 pt-1 text-sm text-muted">
              Page {page} of {pages}, {rows.length} rows in all. Current and desired numbers, and the warnings that need
              them, are read for the rows in sight.
            </p>
          ) : null}
        </>
      )}
    </>
  );
}

const NO_FILTER = { search: "", dimension: null, show: [], warning: null };

function NothingToReview({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  return isFiltered ? (
    <EmptyState title="Nothing fits these filters" action={<Button onClick={onClear}>Clear filters</Button>} />
  ) : (
    <EmptyState title="Nothing to scale yet">
      Endpoints appear here, with what scales them, once there are some. Open an endpoint's Scaling tab to set it up.
    </EmptyState>
  );
}
