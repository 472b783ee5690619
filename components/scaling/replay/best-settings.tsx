import { Button } from "@/components/ui/button";
import { formatUsd } from "@/lib/format/money";
import { formatMeasure, formatNumber } from "@/lib/format/numbers";
import type { ReplayChange, SweepPoint } from "@/lib/scaling/replay/view";

type BestSettingsProps = {
  points: readonly SweepPoint[];
  now: ReplayChange;
  change: ReplayChange;
  usdPerHour: number | null;
  onTry: (target: number, max: number) => void;
};

/** The settings that no other beats, cheapest first: each can be tried. */
export function BestSettings({ points, now, change, usdPerHour, onTry }: BestSettingsProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label="Best settings, scrollable" tabIndex={0} className="max-h-72 overflow-auto -outline-offset-2">
      <table aria-label="Best settings" className="w-full text-right text-sm tabular-nums">
        <thead className="sticky top-0 bg-panel text-xs text-muted">
          <tr>
            <th scope="col" className="py-1 text-left font-medium">
              Target, maximum
            </th>
            <th scope="col" className="py-1 pl-3 font-medium">
              {usdPerHour === null ? "Hours" : "Cost"}
            </th>
            <th scope="col" className="py-1 pl-3 font-medium">
              Minutes above
            </th>
            <th scope="col" className="py-1 pl-3 font-medium">
              <span className="sr-only">Try</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ target, max, instanceHours, minutesAbove }) => {
            const isToday = target === now.target && max === now.max;
            const isTried = target === change.target && max === change.max;
            return (
              <tr key={`${target} ${max}`} className="border-t border-border">
                <th scope="row" className="py-1 text-left font-normal whitespace-nowrap">
                  {formatMeasure(target)}, {max}
                  {isToday ? <span className="text-muted"> today</span> : null}
                </th>
                <td className="py-1 pl-3">
                  {usdPerHour === null
                    ? formatNumber(Math.round(instanceHours))
                    : formatUsd(instanceHours * usdPerHour)}
                </td>
                <td className="py-1 pl-3">{formatNumber(minutesAbove)}</td>
                <td className="py-1 pl-3">
                  <Button
                    size="sm"
                    variant="ghost"
                    aria-pressed={isTried}
                    aria-label={`Try target ${formatMeasure(target)} with maximum ${max}`}
                    onClick={() => onTry(target, max)}
                  >
                    {isTried ? "Tried" : "Try"}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
