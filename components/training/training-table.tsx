"use client";

import { GraduationCap, SearchX } from "lucide-react";

import { ColumnMenu } from "@/components/data-table/column-menu";
import { DataTable } from "@/components/data-table/data-table";
import { CreatedFilter, NameFilter } from "@/components/data-table/list-filters";
import { ListPager } from "@/components/data-table/list-pager";
import { useDataTable } from "@/components/data-table/use-data-table";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorPanel } from "@/components/ui/error-panel";
import { FilterChips } from "@/components/ui/filter-chips";
import { TableSkeleton } from "@/components/ui/skeleton";
import { Toolbar } from "@/components/ui/toolbar";
import { problemIn } from "@/lib/problem-in";
import type { TrainingStatus } from "@/lib/training/job-view";
import { TRAINING_SORTS } from "@/lib/training/list-schema";

import { SelectedJobs } from "./selected-jobs";
import { trainingColumns } from "./training-columns";
import { NewTrainingLink } from "./training-link";
import { useJobSelection } from "./use-job-selection";
import { useTrainingList } from "./use-training-list";

/** The states that people look for; the rarer ones still work in a link. */
const OFFERED: TrainingStatus[] = ["InProgress", "Completed", "Failed", "Stopped"];

/** Every training job of the workspace, page by page, kept fresh while something runs. */
export function TrainingTable() {
  const { list, rows, params, filter, paging, hasFilter } = useTrainingList();
  const selection = useJobSelection(rows);
  const table = useDataTable({
    columns: trainingColumns,
    rows,
    rowId: (row) => row.name,
    hidden: ["ended"],
    selected: selection.names,
    onSelectedChange: selection.select,
    sorting: [{ id: params.sort, desc: params.order === "desc" }],
    onSortingChange: ([sorting]) => {
      const sort = TRAINING_SORTS.find((key) => key === sorting?.id);
      if (sort) filter({ sort, order: sorting?.desc ? "desc" : "asc" });
    },
  });

  if (list.isSuccess && rows.length === 0 && !hasFilter && paging.isFirst) return <NoJobs />;
  const offered = params.status && !OFFERED.includes(params.status) ? [...OFFERED, params.status] : OFFERED;
  return (
    <>
      <Toolbar label="Filter training jobs" end={<ColumnMenu table={table} />}>
        <NameFilter value={params.search} onChange={(search) => filter({ search })} />
        <FilterChips
          label="Status"
          chips={offered.map((status) => ({ value: status, label: status }))}
          selected={params.status ? [params.status] : []}
          // SageMaker filters by one status: choosing another replaces it.
          onChange={(selected) => filter({ status: selected.findLast((status) => status !== params.status) ?? null })}
        />
        <CreatedFilter after={params.createdAfter} before={params.createdBefore} onChange={filter} />
      </Toolbar>
      {list.isPending ? (
        <TableSkeleton />
      ) : list.isError ? (
        <ErrorPanel
          title="Training jobs could not be loaded"
          problem={problemIn(list.error)}
          onRetry={() => void list.refetch()}
        />
      ) : (
        <div aria-busy={list.isPlaceholderData} className="transition-opacity aria-busy:opacity-60">
          <DataTable
            label="Training jobs"
            table={table}
            empty={
              <NoMatches onClear={() => filter({ search: "", status: null, createdAfter: "", createdBefore: "" })} />
            }
            footer={
              <ListPager
                label="Pages of training jobs"
                paging={paging}
                size={params.limit}
                onSize={(limit) => filter({ limit })}
                busy={list.isPlaceholderData}
              />
            }
          />
        </div>
      )}
      <SelectedJobs selected={selection.names} running={selection.running} onClear={selection.clear} />
    </>
  );
}

function NoJobs() {
  const { region } = useWorkspace();
  return (
    <EmptyState icon={GraduationCap} title="No training jobs yet" action={<NewTrainingLink variant="secondary" />}>
      A training job runs your script on instances of its own, puts the model it makes into S3 and ends. There is none
      in {region}.
    </EmptyState>
  );
}

function NoMatches({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={SearchX}
      title="No training job matches"
      action={<Button onClick={onClear}>Clear the filters</Button>}
    >
      Try a shorter part of the name, another status, or a wider range of dates.
    </EmptyState>
  );
}
