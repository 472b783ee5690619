import { columnsOf } from "@/components/data-table/table-features";
import { Elapsed } from "@/components/ui/elapsed";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { Truncate } from "@/components/ui/truncate";
import type { TransformJobRow, TransformJobSummary } from "@/lib/transform/job-view";

import { JobCost } from "./job-cost";
import { TransformJobLink } from "./transform-link";
import { TransformStatus } from "./transform-status";

/** A row of the table; `more` arrives after the list, null until then and for a job that is gone meanwhile. */
export type TableRow = TransformJobSummary & { more: TransformJobRow | null; isLoadingMore: boolean };

const column = columnsOf<TableRow>();

/** Sortable columns carry the names that ListTransformJobs sorts by. */
export const transformColumns = column.columns([
  column.accessor("name", {
    id: "name",
    header: "Name",
    cell: ({ getValue }) => <TransformJobLink name={getValue()} />,
  }),
  column.accessor("status", {
    id: "status",
    header: "Status",
    meta: { phone: "aside" },
    cell: ({ row }) => <TransformStatus job={row.original} />,
  }),
  column.display({
    id: "model",
    header: "Model",
    enableSorting: false,
    cell: ({ row }) => <More row={row.original}>{(more) => <Truncate text={more.modelName} />}</More>,
  }),
  column.display({
    id: "input",
    header: "Input",
    enableSorting: false,
    meta: { phone: "hidden" },
    cell: ({ row }) => <More row={row.original}>{(more) => <Truncate text={more.inputUri} keepEnd={24} />}</More>,
  }),
  column.display({
    id: "instances",
    header: "Instances",
    enableSorting: false,
    cell: ({ row }) => <More row={row.original}>{(more) => `${more.instanceCount} × ${more.instanceType}`}</More>,
  }),
  column.display({
    id: "duration",
    header: "Duration",
    enableSorting: false,
    meta: { align: "right" },
    cell: ({ row }) => (
      <More row={row.original}>{(more) => more.startedAt && <Elapsed from={more.startedAt} to={more.endedAt} />}</More>
    ),
  }),
  column.display({
    id: "cost",
    header: "Cost",
    enableSorting: false,
    meta: { align: "right" },
    cell: ({ row }) => <More row={row.original}>{(more) => <JobCost job={more} />}</More>,
  }),
  column.accessor("createdAt", {
    id: "created",
    header: "Created",
    cell: ({ getValue }) => <RelativeTime at={getValue()} />,
  }),
  column.accessor("endedAt", {
    id: "ended",
    header: "Ended",
    enableSorting: false,
    meta: { phone: "hidden" },
    cell: ({ getValue }) => <RelativeTime at={getValue()} />,
  }),
]);

/** A cell that is filled once the job has been described. */
function More({ row, children }: { row: TableRow; children: (more: TransformJobRow) => React.ReactNode }) {
  if (row.more) return <span className="whitespace-nowrap">{children(row.more) || <Unknown />}</span>;
  return row.isLoadingMore ? <Skeleton className="h-3 w-16" /> : <Unknown />;
}

function Unknown() {
  return <span className="text-muted">–</span>;
}
