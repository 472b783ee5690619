import type { TimeChart } from "@/lib/charts/time-chart";
import { formatMoment, type Zone } from "@/lib/charts/time-labels";
import { formatMeasure } from "@/lib/format/numbers";

type TimeLegendProps = { chart: TimeChart; pointed: number | null; zone: Zone };

/** Names and colours of a chart's lines, with their values where the pointer is. */
export function TimeLegend({ chart, pointed, zone }: TimeLegendProps) {
  const { lines, times, unit } = chart;
  const at = pointed === null ? undefined : times[pointed];
  return (
    <div className="flex min-h-5 flex-wrap gap-x-4 gap-y-0.5 pt-1 text-xs tabular-nums">
      {lines.map(({ name, hue, values, previous, summary }) => (
        <span key={name} className="flex items-center gap-1.5 whitespace-nowrap">
          <span
            aria-hidden="true"
            className="h-0.5 w-3 rounded-full"
            style={{ backgroundColor: `var(--chart-${hue})` }}
          />
          <span className="text-muted">{name}</span>
          <span className="font-medium">
            {pointed !== null ? text(values[pointed], unit) : summary ? text(summary.value, unit) : null}
          </span>
          {pointed === null ? <span className="text-muted">{summary?.label}</span> : null}
          {pointed !== null && previous ? (
            <span className="text-muted">before: {text(previous[pointed], unit)}</span>
          ) : null}
        </span>
      ))}
      {at === undefined ? null : (
        <time dateTime={new Date(at * 1_000).toISOString()} className="ml-auto text-muted">
          {formatMoment(at, zone)}
        </time>
      )}
    </div>
  );
}

function text(value: number | null | undefined, unit: string): string {
  return value === null || value === undefined ? "–" : `${formatMeasure(value)}${unit}`;
}
