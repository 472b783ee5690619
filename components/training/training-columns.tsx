import { columnsOf } from "@/components/data-table/table-features";
import { Badge } from "@/components/ui/badge";
import { Elapsed } from "@/components/ui/elapsed";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import type { TrainingJobRow, TrainingJobSummary } from "@/lib/training/job-view";

import { TrainingJobLink } from "./training-link";
import { TrainingStatus } from "./training-status";

/** A row of the table; `more` arrives after the list, null until then and for a job that is gone meanwhile. */
export type TableRow = TrainingJobSummary & { more: TrainingJobRow | null; isLoadingMore: boolean };

const column = columnsOf<TableRow>();

/** Sortable columns carry the names that ListTrainingJobs sorts by. */
export const trainingColumns = column.columns([
  column.accessor("name", {
    id: "name",
    header: "Name",
    cell: ({ getValue }) => <TrainingJobLink name={getValue()} />,
  }),
  column.accessor("status", {
    id: "status",
    header: "Status",
    meta: { phone: "aside" },
    cell: ({ row }) => <TrainingStatus job={row.original} />,
  }),
  column.display({
    id: "instances",
    header: "Instances",
    enableSorting: false,
    cell: ({ row }) => (
      <More row={row.original}>
        {(more) =>
          more.fleet && (
            <span className="inline-flex items-center gap-2">
              {more.fleet}
              {more.isSpot ? <Badge>spot</Badge> : null}
            </span>
          )
        }
      </More>
    ),
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
function More({ row, children }: { row: TableRow; children: (more: TrainingJobRow) => React.ReactNode }) {
  if (row.more) return <span className="whitespace-nowrap">{children(row.more) || <Unknown />}</span>;
  return row.isLoadingMore ? <Skeleton className="h-3 w-16" /> : <Unknown />;
}

function Unknown() {
  return <span className="text-muted">–</span>;
}
