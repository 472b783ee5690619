import type { ChartLine } from "@/lib/charts/prepare-line-chart";
import { formatDateTimeExact } from "@/lib/format/dates";
import { formatMeasure } from "@/lib/format/numbers";

/** The points of a chart as rows, for reading them exactly. */
export function PointsTable({ title, lines, unit }: { title: string; lines: readonly ChartLine[]; unit: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={`${title}, scrollable`} tabIndex={0} className="max-h-52 overflow-auto -outline-offset-2">
      <table aria-label={title} className="w-full text-sm tabular-nums">
        <thead className="sticky top-0 bg-panel text-left text-xs text-muted">
          <tr>
            <th scope="col" className="py-1 pr-3 font-medium">
              Time
            </th>
            {lines.length > 1 ? (
              <th scope="col" className="py-1 pr-3 font-medium">
                Line
              </th>
            ) : null}
            <th scope="col" className="py-1 text-right font-medium">
              Value{unit ? ` (${unit.trim()})` : null}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.flatMap(({ name, points }) =>
            points.map(({ at, value }) => (
              <tr key={`${name} ${at}`} className="border-t border-border">
                <td className="py-1 pr-3 whitespace-nowrap">{formatDateTimeExact(at)}</td>
                {lines.length > 1 ? <td className="py-1 pr-3">{name}</td> : null}
                <td className="py-1 text-right">{formatMeasure(value)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}
