import { columnsOf } from "@/components/data-table/table-features";
import { SampleBadge } from "@/components/metrics/sample-badge";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Tooltip } from "@/components/ui/tooltip";
import type { CostRow } from "@/lib/costs/view";
import { formatUsd, formatUsdInColumn, formatUsdSum } from "@/lib/format/money";
import { formatNumber } from "@/lib/format/numbers";
import { workspacePath } from "@/lib/routes";

const column = columnsOf<CostRow>();

const PATHS = { endpoint: "/endpoints", training: "/training", transform: "/batch" } as const;
const KIND_WORDS = { endpoint: "Endpoint", training: "Training", transform: "Batch" } as const;

/** Sortable columns carry the names of `COST_SORTS`. */
export const costColumns = column.columns([
  column.accessor("name", { id: "name", header: "Name", cell: ({ row }) => <Name row={row.original} /> }),
  column.accessor("kind", {
    id: "kind",
    header: "Kind",
    enableSorting: false,
    meta: { phone: "hidden" },
    cell: ({ getValue }) => KIND_WORDS[getValue()],
  }),
  column.accessor("what", {
    id: "what",
    header: "What",
    enableSorting: false,
    cell: ({ row }) => <span className="whitespace-nowrap">{row.original.what}</span>,
  }),
  column.accessor("usdPerHour", {
    id: "rate",
    header: "$/h",
    meta: { align: "right", name: "Now, per hour" },
    cell: ({ row }) => (
      <>
        <Amount usd={row.original.usdPerHour} row={row.original} />
        {/* Phones have no head that says it. */}
        {row.original.usdPerHour === null ? null : <span className="sm:hidden">/h</span>}
      </>
    ),
  }),
  column.accessor("monthUsd", {
    id: "month",
    header: "Month to date",
    meta: { align: "right", phone: "aside" },
    cell: ({ row }) => <Amount usd={row.original.monthUsd} row={row.original} format={formatUsdSum} isSum />,
  }),
  column.accessor("projectedUsd", {
    id: "projected",
    header: "Projected",
    meta: { align: "right", phone: "hidden" },
    cell: ({ row }) => <Amount usd={row.original.projectedUsd} row={row.original} format={formatUsdSum} />,
  }),
  column.accessor("usdPer1000Calls", {
    id: "calls",
    header: "$ per 1,000 calls",
    meta: { align: "right", phone: "hidden" },
    cell: ({ row }) => <PerCalls row={row.original} />,
  }),
  column.accessor("idleSince", {
    id: "idle",
    header: "Idle since",
    enableSorting: false,
    meta: { phone: "hidden" },
    cell: ({ row }) => <Idle row={row.original} />,
  }),
]);

function Name({ row }: { row: CostRow }) {
  const { id } = useWorkspace();
  const isGone = row.status === "Deleted";
  return (
    <span className="flex items-center gap-2">
      {isGone ? (
        <span className="truncate font-mono">{row.name}</span>
      ) : (
        <Link
          href={workspacePath(id, `${PATHS[row.kind]}/${encodeURIComponent(row.name)}`)}
          className="truncate font-mono text-accent-text hover:underline"
        >
          {row.name}
        </Link>
      )}
      {row.isSample ? <SampleBadge /> : null}
      {row.isRunning && row.kind === "endpoint" ? null : <Badge>{row.status}</Badge>}
    </span>
  );
}

type AmountProps = { usd: number | null; row: CostRow; format?: (usd: number) => string; isSum?: boolean };

function Amount({ usd, row, format = formatUsdInColumn, isSum = false }: AmountProps) {
  if (usd === null) {
    const missing = row.unpriced.join("; ") || row.what;
    const note = row.isCounted ? `No price is known: ${missing}.` : "Its metrics could not be read.";
    return <Noted text="unknown" note={note} muted />;
  }
  const text = format(usd);
  if (isSum && row.unpriced.length > 0)
    return <Noted text={`${text} +`} note={`Without ${row.unpriced.join("; ")}: no price is known.`} />;
  if (isSum && row.isEstimated)
    return (
      <Noted
        text={`~ ${text}`}
        note="Hours without values in CloudWatch are counted at the number of instances before."
      />
    );
  return <span className="tabular-nums">{text}</span>;
}

function PerCalls({ row }: { row: CostRow }) {
  if (row.successfulCalls === null) return <span className="text-muted">–</span>;
  if (row.successfulCalls === 0) return <span className="text-muted">no calls</span>;
  if (row.usdPer1000Calls === null) return <span className="text-muted">unknown</span>;
  return (
    <Noted
      text={formatUsdInColumn(row.usdPer1000Calls)}
      note={`${formatNumber(row.successfulCalls)} calls were answered without an error this month.`}
    />
  );
}

function Idle({ row }: { row: CostRow }) {
  if (!row.idleSince) return <span className="text-muted">–</span>;
  return (
    <span className="whitespace-nowrap">
      <RelativeTime at={row.idleSince} />
      {row.wastedUsd ? <span className="text-muted"> · {formatUsd(row.wastedUsd)} since</span> : null}
    </span>
  );
}

function Noted({ text, note, muted = false }: { text: string; note: string; muted?: boolean }) {
  return (
    <Tooltip label={note}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what the number leaves out must be reachable by keyboard too */}
      <span tabIndex={0} className={muted ? "text-muted" : "tabular-nums"}>
        {text}
      </span>
    </Tooltip>
  );
}
