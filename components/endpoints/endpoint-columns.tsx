import { columnsOf } from "@/components/data-table/table-features";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import type { EndpointRow } from "@/lib/endpoints/detail-view";
import type { EndpointSummary } from "@/lib/endpoints/view";

import { EndpointLink } from "./endpoint-link";
import { EndpointStatus } from "./endpoint-status";
import { ExpiryBadge } from "./expiry-badge";
import { HourlyPrice } from "./hourly-price";

/** A row of the table; `more` arrives after the list, null until then and for an endpoint that is gone meanwhile. */
export type TableRow = EndpointSummary & { more: EndpointRow | null; isLoadingMore: boolean };

const column = columnsOf<TableRow>();

/** Sortable columns carry the names that ListEndpoints sorts by. */
export const endpointColumns = column.columns([
  column.accessor("name", {
    id: "name",
    header: "Name",
    cell: ({ getValue }) => <EndpointLink name={getValue()} />,
  }),
  column.accessor("status", {
    id: "status",
    header: "Status",
    meta: { phone: "aside" },
    cell: ({ row }) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        <EndpointStatus endpoint={row.original} />
        <ExpiryBadge expiresAt={row.original.more?.expiresAt ?? null} />
      </span>
    ),
  }),
  column.display({
    id: "task",
    header: "Task",
    enableSorting: false,
    cell: ({ row }) => <More row={row.original}>{(more) => more.task}</More>,
  }),
  column.display({
    id: "model",
    header: "Model",
    enableSorting: false,
    meta: { phone: "hidden" },
    cell: ({ row }) => (
      <More row={row.original}>{(more) => more.model && <span className="font-mono">{more.model}</span>}</More>
    ),
  }),
  column.display({
    id: "instances",
    header: "Instances",
    enableSorting: false,
    cell: ({ row }) => <More row={row.original}>{(more) => more.fleets.join(", ")}</More>,
  }),
  column.display({
    id: "cost",
    header: "$/h",
    enableSorting: false,
    meta: { align: "right", name: "Cost per hour" },
    cell: ({ row }) => <More row={row.original}>{(more) => <HourlyPrice cost={more.cost} />}</More>,
  }),
  column.accessor("createdAt", {
    id: "created",
    header: "Created",
    meta: { phone: "hidden" },
    cell: ({ getValue }) => <RelativeTime at={getValue()} />,
  }),
  column.accessor("updatedAt", {
    id: "updated",
    header: "Updated",
    enableSorting: false,
    meta: { phone: "hidden" },
    cell: ({ getValue }) => <RelativeTime at={getValue()} />,
  }),
]);

/** A cell that is filled once the row has been described. */
function More({ row, children }: { row: TableRow; children: (more: EndpointRow) => React.ReactNode }) {
  if (row.more) return <span className="whitespace-nowrap">{children(row.more) ?? <Unknown />}</span>;
  return row.isLoadingMore ? <Skeleton className="h-3 w-16" /> : <Unknown />;
}

function Unknown() {
  return <span className="text-muted">–</span>;
}
