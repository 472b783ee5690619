import { plural } from "@/lib/format/numbers";

import { withUnit } from "./with-unit";

/** A line over time: one value for each moment of its chart; null is a gap, never zero. */
export type TimeLine = {
  name: string;
  /** 1 to 8: which colour of the theme. */
  hue: number;
  values: (number | null)[];
  /** The same of the window before, at the same places. */
  previous: (number | null)[] | null;
  /** What the legend shows while nothing is pointed at. */
  summary: { label: string; value: number; previous: number | null } | null;
};

/** Lines over common moments (epoch seconds, rising). */
export type TimeChart = {
  times: number[];
  lines: TimeLine[];
  unit: string;
  /** Gaps are drawn through: for points that come when something happens, not each period. */
  isIrregular?: boolean;
};

/** So few points in one line are drawn each, however they lie. */
const FEW = 30;
const FEW_IRREGULAR = 60;

/** Whether there is anything to draw. */
export function hasValues({ lines }: Pick<TimeChart, "lines">): boolean {
  const isThere = (value: number | null) => value !== null;
  return lines.some(({ values, previous }) => values.some(isThere) || previous?.some(isThere));
}

/** Points without a neighbour, which a line alone would not show; all of them where there are few. */
export function lonelyPoints(values: readonly (number | null)[], isIrregular = false): number[] {
  const lonely: number[] = [];
  const present: number[] = [];
  const most = isIrregular ? FEW_IRREGULAR : FEW;
  let isAfterGap = true;
  for (let index = 0; index < values.length; index += 1) {
    if ((values[index] ?? null) === null) {
      isAfterGap = true;
      continue;
    }
    if (present.length <= most) present.push(index);
    if (isAfterGap && (values[index + 1] ?? null) === null) lonely.push(index);
    isAfterGap = false;
  }
  if (present.length <= most) return present;
  return isIrregular ? [] : lonely;
}

/** The range of the vertical axis: from zero unless a line runs below it or the chart's values are of no scale. */
export function verticalRange(min: number | null, max: number | null, isIrregular = false): [number, number] {
  const low = min ?? 0;
  const high = max ?? 0;
  if (!isIrregular && low >= 0) return [0, high > 0 ? high * 1.08 : 1];
  const room = (high - low || Math.abs(high) || 1) * 0.08;
  return [low - room, high + room];
}

/** One sentence for people who cannot see the chart. */
export function describeChart(
  title: string,
  { lines, unit, times }: TimeChart,
  format: (value: number) => string,
): string {
  const parts = lines.flatMap(({ name, values }) => {
    const ends = endsOf(values);
    if (!ends) return [];
    const path = `from ${withUnit(format(ends.first), unit)} to ${withUnit(format(ends.last), unit)}`;
    return [`${lines.length > 1 ? `${name} ` : ""}${path} in ${plural(ends.count, "point")}`];
  });
  return times.length === 0 ? title : `${title}: ${parts.join("; ")}`;
}

/** In one go: charts have thousands of points, and are described anew with each. */
function endsOf(values: readonly (number | null)[]): { first: number; last: number; count: number } | null {
  let first: number | null = null;
  let last = 0;
  let count = 0;
  for (const value of values) {
    if (value === null) continue;
    first ??= value;
    last = value;
    count += 1;
  }
  return first === null ? null : { first, last, count };
}
