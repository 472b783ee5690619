import type { StepConfig } from "@/lib/scaling/policy-schema";
import { adjustmentWords } from "@/lib/scaling/policy-words";
import { staircase } from "@/lib/scaling/staircase";

const WIDTH = 560;
const HEIGHT = 150;
const LEFT = 44;
const BOTTOM = 26;

/** A step policy as a staircase: the alarm's metric to the right, what it adds or removes upwards. */
export function StepStaircase({ policy }: { policy: StepConfig }) {
  const drawn = staircase(policy);
  if (!drawn) return null;
  const { steps, from, to, low, high, threshold } = drawn;
  const x = (value: number) => LEFT + ((value - from) / (to - from)) * (WIDTH - LEFT - 8);
  const y = (value: number) => 10 + ((high - value) / (high - low)) * (HEIGHT - BOTTOM - 10);
  const words = steps
    .map(
      ({ lower, upper, adjustment }) => `${adjustmentWords(adjustment, policy.adjustment)} ${rangeWords(lower, upper)}`,
    )
    .join(", ");
  return (
    <figure className="min-w-0 overflow-x-auto">
      <svg
        role="img"
        aria-label={`${policy.alarm?.metricName ?? "The metric"}: ${words}`}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="h-auto w-full max-w-140 text-xs"
      >
        <line x1={LEFT} x2={WIDTH - 8} y1={y(0)} y2={y(0)} className="stroke-border" />
        {threshold === null ? null : (
          <>
            <line
              x1={x(threshold)}
              x2={x(threshold)}
              y1={4}
              y2={HEIGHT - BOTTOM}
              strokeDasharray="4 4"
              className="stroke-danger"
            />
            <text x={x(threshold) + 4} y={14} className="fill-danger text-[11px]">
              alarm at {threshold}
            </text>
          </>
        )}
        {steps.map(({ lower, upper, adjustment }) => {
          const [start, end] = [x(lower ?? from), x(upper ?? to)];
          return (
            <g key={`${lower} ${upper}`}>
              <rect
                x={start}
                width={Math.max(0, end - start)}
                y={Math.min(y(adjustment), y(0))}
                height={Math.abs(y(adjustment) - y(0))}
                className="fill-accent-soft"
              />
              <line
                x1={start}
                x2={end}
                y1={y(adjustment)}
                y2={y(adjustment)}
                strokeWidth={2}
                className="stroke-accent"
              />
              <text
                x={(start + end) / 2}
                y={adjustment < 0 ? y(adjustment) - 5 : y(adjustment) + 14}
                textAnchor="middle"
                className="fill-foreground text-[11px] font-medium"
              >
                {adjustmentWords(adjustment, policy.adjustment)}
              </text>
              {lower === null ? null : (
                <text x={start} y={HEIGHT - 8} textAnchor="middle" className="fill-muted text-[11px]">
                  {lower}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <figcaption className="text-sm text-muted">
        {policy.alarm?.metricName ?? "The alarm's metric"}: {words}.
      </figcaption>
    </figure>
  );
}

function rangeWords(lower: number | null, upper: number | null): string {
  if (lower === null) return `below ${upper ?? "any value"}`;
  return upper === null ? `from ${lower} on` : `from ${lower} to ${upper}`;
}
