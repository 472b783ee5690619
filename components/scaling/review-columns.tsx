import { columnsOf } from "@/components/data-table/table-features";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { activityDetail, activityTitle } from "@/lib/scaling/activity-words";
import { CONCURRENCY, COPIES } from "@/lib/scaling/dimensions";
import { nameOf } from "@/lib/scaling/filter-rows";
import type { ReviewRow } from "@/lib/scaling/review-rows";

import { LeftAlarm } from "./left-alarm";
import { ReviewWarnings } from "./review-warnings";
import { ScaledLink } from "./scaled-link";

const column = columnsOf<ReviewRow>();

/** Sortable columns carry the names that the address sorts by. */
export const reviewColumns = column.columns([
  column.accessor(nameOf, {
    id: "name",
    header: "Endpoint",
    enableSorting: true,
    cell: ({ row }) => <Name row={row.original} />,
  }),
  column.display({
    id: "min",
    header: "Min",
    enableSorting: false,
    meta: { align: "right", phone: "hidden" },
    cell: ({ row }) => <Count value={row.original.target?.min ?? null} />,
  }),
  column.display({
    id: "current",
    header: "Current",
    enableSorting: false,
    meta: { align: "right", phone: "aside" },
    cell: ({ row }) => <Count value={row.original.current} />,
  }),
  column.display({
    id: "desired",
    header: "Desired",
    enableSorting: false,
    meta: { align: "right", phone: "hidden" },
    cell: ({ row }) => <Count value={row.original.desired} />,
  }),
  column.accessor((row) => row.target?.max ?? null, {
    id: "max",
    header: "Max",
    enableSorting: true,
    meta: { align: "right", phone: "hidden" },
    cell: ({ getValue }) => <Count value={getValue()} />,
  }),
  column.display({
    id: "policies",
    header: "Policies",
    enableSorting: false,
    meta: { phone: "hidden" },
    cell: ({ row }) => <Lines lines={row.original.policies} />,
  }),
  column.display({
    id: "suspended",
    header: "Suspended",
    enableSorting: false,
    cell: ({ row }) =>
      row.original.suspended ? <Badge tone="warning">{row.original.suspended}</Badge> : <None phoneHidden />,
  }),
  column.display({
    id: "schedules",
    header: "Schedule",
    enableSorting: false,
    meta: { phone: "hidden" },
    cell: ({ row }) => <Lines lines={row.original.schedules} />,
  }),
  column.display({
    id: "activity",
    header: "Last activity",
    enableSorting: false,
    meta: { phone: "hidden" },
    cell: ({ row }) => <LastActivity row={row.original} />,
  }),
  column.accessor((row) => row.warnings.length, {
    id: "warnings",
    header: "Warnings",
    enableSorting: true,
    cell: ({ row }) => <ReviewWarnings warnings={row.original.warnings} />,
  }),
]);

function Name({ row }: { row: ReviewRow }) {
  if (row.kind === "alarm") return <LeftAlarm name={row.part} />;
  const kind = row.dimension === CONCURRENCY ? "provisioned" : row.dimension === COPIES ? "component" : null;
  return (
    <span className="flex min-w-0 items-center gap-2">
      <ScaledLink row={row} />
      {kind ? <Badge>{kind}</Badge> : null}
    </span>
  );
}

function Count({ value }: { value: number | null }) {
  return value === null ? <None /> : <span className="tabular-nums">{value}</span>;
}

/** Null: still being read. */
function Lines({ lines }: { lines: string[] | null }) {
  if (lines === null) return <Skeleton className="h-3 w-40" />;
  if (lines.length === 0) return <None />;
  return (
    <ul className="flex min-w-64 flex-col gap-0.5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function LastActivity({ row: { lastActivity } }: { row: ReviewRow }) {
  if (!lastActivity) return <None />;
  return (
    <span className="flex flex-col" title={activityDetail(lastActivity)}>
      <span className="whitespace-nowrap">{activityTitle(lastActivity)}</span>
      <span className="text-xs text-muted">
        <RelativeTime at={lastActivity.at} />
      </span>
    </span>
  );
}

function None({ phoneHidden = false }: { phoneHidden?: boolean }) {
  return <span className={phoneHidden ? "text-muted max-sm:hidden" : "text-muted"}>–</span>;
}
