import type { TimeChart } from "@/lib/charts/time-chart";
import { formatMoment, type TimeBase } from "@/lib/charts/time-labels";
import { formatReading } from "@/lib/format/numbers";

type TimeTableProps = { title: string; chart: TimeChart; zone: TimeBase };

/** The values of a chart as rows, newest first; moments at which no line has one are left out. */
export function TimeTable({ title, chart: { times, lines, unit }, zone }: TimeTableProps) {
  const columns = lines.flatMap(({ name, values, previous }) => [
    { name, values },
    ...(previous ? [{ name: `${name}, previous period`, values: previous }] : []),
  ]);
  const rows = times
    .map((at, index) => ({ at, cells: columns.map(({ values }) => values[index] ?? null) }))
    .filter(({ cells }) => cells.some((value) => value !== null))
    .reverse();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={`${title}, scrollable`} tabIndex={0} className="h-49 overflow-auto -outline-offset-2">
      <table aria-label={title} className="w-full text-sm tabular-nums">
        <thead className="sticky top-0 bg-panel text-left text-xs text-muted">
          <tr>
            <th scope="col" className="py-1 pr-3 font-medium">
              {zone === "elapsed" ? "Time since the start" : `Time${zone === "utc" ? " (UTC)" : ""}`}
            </th>
            {columns.map(({ name }) => (
              <th key={name} scope="col" className="py-1 pl-3 text-right font-medium whitespace-nowrap">
                {name}
                {unit.trim() ? ` (${unit.trim()})` : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ at, cells }) => (
            <tr key={at} className="border-t border-border">
              <th scope="row" className="py-1 pr-3 text-left font-normal whitespace-nowrap">
                {formatMoment(at, zone)}
              </th>
              {cells.map((value, index) => (
                <td key={columns[index]?.name} className="py-1 pl-3 text-right">
                  {value === null ? <span className="text-muted">–</span> : formatReading(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
