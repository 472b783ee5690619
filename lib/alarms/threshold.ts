/** Values as they stand on the axis of a chart: in its unit, from zero. */
type Scale = { top: number; step: number };

/** A round number of about the size: 1, 2 or 5 times a power of ten. */
function round(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((digit) => digit * power >= value * 0.999) ?? 10) * power;
}

/**
 * The axis on which a threshold is dragged: room above the highest value and the threshold, in steps of about a
 * hundredth; whole numbers where all values are.
 */
export function thresholdScale(values: readonly (number | null)[], threshold: number): Scale {
  const highest = values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  const top = Math.max(highest, threshold) * 1.25 || 1;
  const isWhole = values.every((value) => value === null || Number.isInteger(value));
  const step = round(top / 100);
  return { top, step: isWhole ? Math.max(1, step) : step };
}

/** The nearest step within the axis. */
export function snap(value: number, { top, step }: Scale): number {
  const within = Math.min(Math.floor(top / step) * step, Math.max(0, value));
  return Number((Math.round(within / step) * step).toPrecision(9));
}

/** Where a new alarm begins: a little above the highest value, so that it would not have fired. */
export function suggestThreshold(values: readonly (number | null)[]): number {
  const highest = values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  return highest > 0 ? Number(round(highest * 1.1).toPrecision(9)) : 1;
}
