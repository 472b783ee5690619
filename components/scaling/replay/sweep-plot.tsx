import { ticksFor } from "@/lib/charts/place-lines";
import { cn } from "@/lib/cn";
import { formatUsd } from "@/lib/format/money";
import { formatCompact, formatMeasure, formatNumber, plural } from "@/lib/format/numbers";
import type { ReplayChange, SweepPoint } from "@/lib/scaling/replay/view";

const WIDTH = 560;
const HEIGHT = 240;
const LEFT = 44;
const BOTTOM = 34;
const TOP = 10;
const RIGHT = 24;

type SweepPlotProps = {
  points: readonly SweepPoint[];
  best: readonly SweepPoint[];
  now: ReplayChange;
  change: ReplayChange;
  usdPerHour: number | null;
  onTry: (target: number, max: number) => void;
};

/** Each setting as a point: to the right it costs more, upwards it suffices less. Whoever cannot point uses the table. */
export function SweepPlot({ points, best, now, change, usdPerHour, onTry }: SweepPlotProps) {
  const cost = ({ instanceHours }: SweepPoint) => instanceHours * (usdPerHour ?? 1);
  const formatCost = (value: number) => (usdPerHour === null ? `${formatCompact(value)} h` : formatUsd(value));
  const xTicks = ticksFor(0, Math.max(...points.map(cost)));
  const yTicks = ticksFor(0, Math.max(1, ...points.map(({ minutesAbove }) => minutesAbove)));
  const x = (value: number) => LEFT + (value / (xTicks.at(-1) || 1)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) => TOP + (1 - value / (yTicks.at(-1) || 1)) * (HEIGHT - TOP - BOTTOM);
  const at = (point: SweepPoint) => ({ cx: x(cost(point)), cy: y(point.minutesAbove) });
  const today = points.find(({ target, max }) => target === now.target && max === now.max);
  const tried = points.find(({ target, max }) => target === change.target && max === change.max);
  const label = `${plural(points.length, "setting")} by cost and minutes above the target. ${
    today ? `Today's costs ${formatCost(cost(today))} with ${plural(today.minutesAbove, "minute")} above.` : ""
  }`;
  return (
    <figure className="min-w-0">
      <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-auto w-full text-[11px]">
        {yTicks.map((value) => (
          <g key={value}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} className="stroke-border" />
            <text x={LEFT - 6} y={y(value) + 4} textAnchor="end" className="fill-muted tabular-nums">
              {formatCompact(value)}
            </text>
          </g>
        ))}
        {xTicks.map((value) => (
          <text
            key={value}
            x={x(value)}
            y={HEIGHT - BOTTOM + 16}
            textAnchor="middle"
            className="fill-muted tabular-nums"
          >
            {formatCost(value)}
          </text>
        ))}
        <polyline
          points={best.map((point) => `${at(point).cx},${at(point).cy}`).join(" ")}
          fill="none"
          className="stroke-chart-1"
          strokeWidth={1.5}
        />
        {points.map((point) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the table beside it has a button for each best setting
          <circle
            key={`${point.target} ${point.max}`}
            {...at(point)}
            r={3}
            className={cn("cursor-pointer", best.includes(point) ? "fill-chart-1" : "fill-muted/40 hover:fill-muted")}
            onClick={() => onTry(point.target, point.max)}
          >
            <title>
              {`Target ${formatMeasure(point.target)}, maximum ${point.max}: ${formatCost(cost(point))}, ${formatNumber(point.minutesAbove)} minutes above`}
            </title>
          </circle>
        ))}
        {tried && tried !== today ? <Mark {...at(tried)} className="stroke-chart-2" label="changed" /> : null}
        {today ? <Mark {...at(today)} className="stroke-chart-1" label="today" /> : null}
        <text x={(LEFT + WIDTH - RIGHT) / 2} y={HEIGHT - 4} textAnchor="middle" className="fill-muted">
          {usdPerHour === null ? "instance hours" : "cost"}
        </text>
      </svg>
      <figcaption className="text-sm text-muted">
        Upwards: minutes above today's target. The line joins the settings that no other beats.
      </figcaption>
    </figure>
  );
}

function Mark({ cx, cy, className, label }: { cx: number; cy: number; className: string; label: string }) {
  const isRight = cx > WIDTH * 0.8;
  return (
    <g className="pointer-events-none">
      <circle cx={cx} cy={cy} r={6.5} fill="none" strokeWidth={2} className={className} />
      <text
        x={cx + (isRight ? -11 : 11)}
        y={cy - 7}
        textAnchor={isRight ? "end" : "start"}
        className="fill-foreground font-medium"
      >
        {label}
      </text>
    </g>
  );
}
