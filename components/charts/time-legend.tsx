import type { CSSProperties } from "react";

import type { TimeChart, TimeLine } from "@/lib/charts/time-chart";
import { readingWithUnit } from "@/lib/charts/with-unit";

/** Names and colours of a chart's lines, with their values where the pointer is, or summed up. */
export function TimeLegend({ chart: { lines, unit }, pointed }: { chart: TimeChart; pointed: number | null }) {
  return (
    <div className="flex min-h-5 flex-wrap gap-x-4 gap-y-0.5 pt-1 text-xs tabular-nums">
      {lines.map((line) => {
        const { value, previous } = readingOf(line, pointed);
        return (
          <span
            key={line.name}
            className="flex items-center gap-1.5 whitespace-nowrap before:h-0.5 before:w-3 before:rounded-full before:bg-(--line)"
            style={{ "--line": `var(--chart-${line.hue})` } as CSSProperties}
          >
            <span className="text-muted">{line.name}</span>
            <span className="font-medium">{text(value, unit)}</span>
            {pointed === null ? <span className="text-muted">{line.summary?.label}</span> : null}
            {line.previous ? <span className="text-muted">before: {text(previous, unit)}</span> : null}
          </span>
        );
      })}
    </div>
  );
}

function readingOf({ values, previous, summary }: TimeLine, pointed: number | null) {
  if (pointed === null) return { value: summary?.value ?? null, previous: summary?.previous ?? null };
  return { value: values[pointed] ?? null, previous: previous?.[pointed] ?? null };
}

function text(value: number | null, unit: string): string {
  return value === null ? "–" : readingWithUnit(value, unit);
}
