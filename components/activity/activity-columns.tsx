import { columnsOf } from "@/components/data-table/table-features";
import { RelativeTime } from "@/components/ui/relative-time";
import { actionLabel } from "@/lib/audit/action-labels";
import type { ActivityRow } from "@/lib/audit/view";
import { formatDateTimeExact } from "@/lib/format/dates";
import { formatDuration } from "@/lib/format/duration";

import { OutcomeBadge } from "./outcome-badge";
import { RequestIds } from "./request-ids";

const column = columnsOf<ActivityRow>();

export const activityColumns = column.columns([
  column.accessor("target", {
    header: "Target",
    cell: ({ getValue }) => <span className="font-medium break-words">{getValue()}</span>,
  }),
  column.accessor("action", {
    header: "Action",
    cell: ({ getValue }) => <span className="whitespace-nowrap">{actionLabel(getValue())}</span>,
  }),
  column.accessor("memberName", {
    header: "Who",
    cell: ({ row: { original } }) => (
      <span className="whitespace-nowrap">
        {original.memberName} <span className="text-muted">({original.memberRole})</span>
      </span>
    ),
  }),
  column.accessor("at", { header: "When", cell: ({ getValue }) => <RelativeTime at={getValue()} /> }),
  column.accessor("outcome", {
    header: "Outcome",
    meta: { phone: "aside" },
    cell: ({ getValue }) => <OutcomeBadge outcome={getValue()} />,
  }),
  column.accessor("errorMessage", {
    header: "Reason",
    cell: ({ row: { original } }) => <Reason row={original} />,
  }),
  column.accessor("requestIds", {
    header: "AWS request ids",
    meta: { phone: "hidden" },
    cell: ({ getValue }) => <RequestIds ids={getValue()} />,
  }),
  column.display({
    id: "exact",
    header: "Time (local)",
    cell: ({ row: { original } }) => <span className="whitespace-nowrap">{formatDateTimeExact(original.at)}</span>,
  }),
  column.accessor("durationMs", {
    header: "Took",
    meta: { align: "right" },
    cell: ({ getValue }) => {
      const durationMs = getValue();
      return durationMs === null ? "–" : formatDuration(durationMs);
    },
  }),
]);

/** Columns that stay hidden until someone wants them. */
export const hiddenActivityColumns = ["exact", "durationMs"];

function Reason({ row }: { row: ActivityRow }) {
  if (row.outcome === "unknown") {
    return <span className="text-muted">The console stopped before it could write how this ended.</span>;
  }
  if (!row.errorMessage) return <span className="text-muted max-sm:hidden">–</span>;
  return (
    <span title={row.errorMessage} className="line-clamp-2 max-w-96 min-w-40 break-words">
      {row.errorCode ? <span className="font-mono text-xs text-muted">{row.errorCode} </span> : null}
      {row.errorMessage}
    </span>
  );
}
