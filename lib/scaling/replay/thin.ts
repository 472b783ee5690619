/** More points than a screen has pixels only make a chart slow. */
const MOST_POINTS = 2_016;

/** Minutes that one point of a chart stands for. */
export function minutesPerPoint(minutes: number): number {
  return Math.max(1, Math.ceil(minutes / MOST_POINTS));
}

/** The highest value of each group of minutes; null where none is known. */
export function thin(values: ArrayLike<number | null>, size: number): (number | null)[] {
  const points: (number | null)[] = [];
  for (let start = 0; start < values.length; start += size) {
    let highest: number | null = null;
    for (let index = start; index < Math.min(start + size, values.length); index += 1) {
      const value = values[index] ?? null;
      if (value !== null && !Number.isNaN(value) && (highest === null || value > highest)) highest = value;
    }
    points.push(highest);
  }
  return points;
}
