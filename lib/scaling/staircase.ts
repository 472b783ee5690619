import type { StepConfig } from "./policy-schema";

/** A step with its ends as values of the metric; null is without end. */
export type DrawnStep = { lower: number | null; upper: number | null; adjustment: number };

export type Staircase = {
  steps: DrawnStep[];
  /** Ends of the axes; `low` to `high` always holds zero. */
  from: number;
  to: number;
  low: number;
  high: number;
  threshold: number | null;
};

/** What to draw of a step policy; null while a number is missing or none is there. */
export function staircase({ steps, alarm }: Pick<StepConfig, "steps" | "alarm">): Staircase | null {
  const threshold = alarm?.threshold ?? null;
  const base = threshold ?? 0;
  const drawn = steps.map(({ lower, upper, adjustment }) => ({
    lower: lower === null ? null : base + lower,
    upper: upper === null ? null : base + upper,
    adjustment,
  }));
  const ends = drawn.flatMap(({ lower, upper }) => [lower, upper]).filter((end) => end !== null);
  const values = [base, ...ends, ...drawn.map(({ adjustment }) => adjustment)];
  if (drawn.length === 0 || values.some((value) => !Number.isFinite(value))) return null;
  const [first, last] = [Math.min(base, ...ends), Math.max(base, ...ends)];
  const room = (last - first || Math.abs(base) || 1) * 0.3;
  const low = Math.min(0, ...drawn.map(({ adjustment }) => adjustment));
  const high = Math.max(0, ...drawn.map(({ adjustment }) => adjustment));
  return { steps: drawn, from: first - room, to: last + room, low, high: high === low ? low + 1 : high, threshold };
}
