import { formatDate } from "@/lib/format/dates";
import { formatUsd } from "@/lib/format/money";
import { formatMeasure, formatNumber } from "@/lib/format/numbers";
import type { ReplayTotals } from "@/lib/scaling/replay/view";

type TotalsTableProps = {
  /** Null: nobody knows how many instances ran. */
  actual: ReplayTotals | null;
  current: ReplayTotals;
  changed: ReplayTotals;
  judgedBy: number;
  price: { usdPerHour: number; date: string } | null;
  isScaled: boolean;
};

type Row = { label: string; of: (totals: ReplayTotals) => number | null; format: (value: number) => string };

/** What was, what today's settings give and what the changed ones give, in totals. */
export function TotalsTable({ actual, current, changed, judgedBy, price, isScaled }: TotalsTableProps) {
  const rows: Row[] = [
    { label: "Cost", of: ({ usd }) => usd, format: formatUsd },
    {
      label: "Instance hours",
      of: ({ instanceHours }) => instanceHours,
      format: (value) => formatMeasure(Math.round(value * 10) / 10),
    },
    { label: `Minutes above ${formatMeasure(judgedBy)}`, of: ({ minutesAbove }) => minutesAbove, format: formatNumber },
    { label: "Scale-outs", of: ({ scaleOuts }) => scaleOuts, format: formatNumber },
    { label: "Scale-ins", of: ({ scaleIns }) => scaleIns, format: formatNumber },
    { label: "Most instances at once", of: ({ peak }) => peak, format: formatNumber },
  ];
  const text = (row: Row, totals: ReplayTotals | null) => {
    const value = totals ? row.of(totals) : null;
    return value === null ? "–" : row.format(value);
  };
  return (
    <div className="flex flex-col gap-1">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section aria-label="Totals, scrollable" tabIndex={0} className="overflow-x-auto -outline-offset-2">
        <table aria-label="Totals" className="w-full text-right text-sm tabular-nums">
          <thead className="text-xs text-muted">
            <tr>
              <td />
              <th scope="col" className="py-1 pl-4 font-medium">
                As it was
              </th>
              <th scope="col" className="py-1 pl-4 font-medium">
                {isScaled ? "Today's settings" : "Without scaling"}
              </th>
              <th scope="col" className="py-1 pl-4 font-medium">
                Changed
              </th>
              <th scope="col" className="py-1 pl-4 font-medium">
                Difference
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label} className="border-t border-border">
                <th scope="row" className="py-1.5 text-left font-normal whitespace-nowrap">
                  {row.label}
                </th>
                <td className="py-1.5 pl-4 text-muted">{text(row, actual)}</td>
                <td className="py-1.5 pl-4">{text(row, current)}</td>
                <td className="py-1.5 pl-4 font-medium">{text(row, changed)}</td>
                <td className="py-1.5 pl-4">{difference(row, current, changed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="text-sm text-muted">
        {price
          ? `At ${formatUsd(price.usdPerHour)} an hour for each instance, the price of ${formatDate(price.date)}. Instances that start are paid for too.`
          : "No price is known for this instance type in this region."}{" "}
        The difference is against the replay of today's settings.
      </p>
    </div>
  );
}

function difference({ of, format }: Row, current: ReplayTotals, changed: ReplayTotals): string {
  const [before, after] = [of(current), of(changed)];
  if (before === null || after === null) return "–";
  const delta = after - before;
  if (Math.abs(delta) < 1e-9) return "0";
  return `${delta > 0 ? "+" : "−"}${format(Math.abs(delta))}`;
}
