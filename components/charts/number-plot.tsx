import type { PlacedLines } from "@/lib/charts/place-lines";
import { cn } from "@/lib/cn";

const WIDTH = 560;
const HEIGHT = 150;
/** Beyond this, points lie so close that marks would hide the line. */
const MOST_MARKS = 40;
const COLOURS = ["text-chart-1", "text-chart-2", "text-chart-3", "text-chart-4", "text-chart-5", "text-chart-6"];

type NumberPlotProps = {
  /** What the drawing says, for those who do not see it. */
  label: string;
  chart: Pick<PlacedLines, "lines" | "ticks">;
  formatTick: (value: number) => string;
};

/** Lines in a box with round values beside it. */
export function NumberPlot({ label, chart, formatTick }: NumberPlotProps) {
  return (
    <div className="flex gap-2">
      <div aria-hidden="true" className="relative w-12 shrink-0 text-right text-xs text-muted tabular-nums">
        {chart.ticks.map(({ value, y }) => (
          <span key={value} className="absolute right-0 translate-y-1/2" style={{ bottom: `${y * 100}%` }}>
            {formatTick(value)}
          </span>
        ))}
      </div>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-36 min-w-0 flex-1 overflow-visible"
      >
        {chart.ticks.map(({ value, y }) => (
          <line
            key={value}
            x1={0}
            x2={WIDTH}
            y1={(1 - y) * HEIGHT}
            y2={(1 - y) * HEIGHT}
            vectorEffect="non-scaling-stroke"
            className="stroke-border"
          />
        ))}
        {chart.lines.map(({ name, points }, index) => (
          <g key={name} className={COLOURS[index % COLOURS.length]}>
            <polyline
              points={points.map(at).join(" ")}
              fill="none"
              stroke="currentColor"
              strokeWidth={2}
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
            {points.length <= MOST_MARKS
              ? points.map((point) => (
                  // A line without length and with round ends is a dot that the stretched box leaves round.
                  <path
                    key={at(point)}
                    d={`M${at(point)}h0`}
                    stroke="currentColor"
                    strokeWidth={6}
                    strokeLinecap="round"
                    vectorEffect="non-scaling-stroke"
                  />
                ))
              : null}
          </g>
        ))}
      </svg>
    </div>
  );
}

/** Which colour is which line, where there is more than one. */
export function Legend({ names }: { names: string[] }) {
  if (names.length < 2) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 pt-2 pl-14 text-sm">
      {names.map((name, index) => (
        <li key={name} className="flex items-center gap-1.5">
          <span aria-hidden="true" className={cn("h-0.5 w-4 shrink-0 bg-current", COLOURS[index % COLOURS.length])} />
          {name}
        </li>
      ))}
    </ul>
  );
}

function at({ x, y }: { x: number; y: number }): string {
  return `${(x * WIDTH).toFixed(1)},${((1 - y) * HEIGHT).toFixed(1)}`;
}
