export type PlacedLines = {
  /** Where each point lies: x and y from 0 to 1, y upwards. */
  lines: { name: string; points: { x: number; y: number }[] }[];
  /** The values written beside the vertical axis, lowest first, with their height from 0 to 1. */
  ticks: { value: number; y: number }[];
  from: number;
  to: number;
};

export type PlainLine = { name: string; points: { x: number; value: number }[] };

const WANTED_TICKS = 3;

/** Places lines in a box; null when there is no point at all. Missing points are not drawn and never become zero. */
export function placeLines(lines: readonly PlainLine[]): PlacedLines | null {
  const all = lines.flatMap(({ points }) => points);
  if (all.length === 0) return null;
  const values = all.map(({ value }) => value);
  // Amounts are compared by their height: the axis has zero on it.
  const ticks = ticksFor(Math.min(0, ...values), Math.max(...values));
  const low = ticks[0] ?? 0;
  const height = (ticks.at(-1) ?? 1) - low;
  const from = Math.min(...all.map(({ x }) => x));
  const to = Math.max(...all.map(({ x }) => x));
  const place = ({ x, value }: { x: number; value: number }) => ({
    // A single place stands in the middle.
    x: to === from ? 0.5 : (x - from) / (to - from),
    y: (value - low) / height,
  });
  return {
    lines: lines.map(({ name, points }) => ({ name, points: points.map(place) })),
    ticks: ticks.map((value) => ({ value, y: (value - low) / height })),
    from,
    to,
  };
}

/** A few round values around a range: steps of 1, 2 or 5 times a power of ten. */
export function ticksFor(min: number, max: number): number[] {
  const span = max - min || Math.abs(max) || 1;
  const raw = span / WANTED_TICKS;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5].find((factor) => factor * power >= raw) ?? 10) * power;
  const first = Math.floor(min / step);
  const last = Math.max(Math.ceil(max / step), first + 1);
  // Multiplied once each, so that 0.1 steps do not add up to 0.30000000000000004.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
