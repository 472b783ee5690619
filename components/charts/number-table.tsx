import type { PlainLine } from "@/lib/charts/place-lines";

import type { Axis } from "./number-chart";

type NumberTableProps = { title: string; x: Axis; value: Axis; lines: readonly PlainLine[] };

/** The points of lines over the same numbers, a column for each line. */
export function NumberTable({ title, x, value, lines }: NumberTableProps) {
  const places = lines[0]?.points ?? [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={`${title}, scrollable`} tabIndex={0} className="max-h-52 overflow-auto -outline-offset-2">
      <table aria-label={title} className="w-full text-right text-sm tabular-nums">
        <thead className="sticky top-0 bg-panel text-xs text-muted">
          <tr>
            <th scope="col" className="py-1 pr-3 font-medium">
              {x.label}
            </th>
            {lines.map(({ name }) => (
              <th key={name} scope="col" className="py-1 pl-3 font-medium">
                {name}, {value.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place, row) => (
            <tr key={place.x} className="border-t border-border">
              <th scope="row" className="py-1 pr-3 font-normal">
                {x.format(place.x)}
              </th>
              {lines.map(({ name, points }) => (
                <td key={name} className="py-1 pl-3">
                  {points[row] ? value.format(points[row].value) : "–"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
