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

/** Points without a neighbour, which a line alone would not show; all of them where there are few. */
export function lonelyPoints(values: readonly (number | null)[], isIrregular = false): number[] {
  const isThere = (index: number) => (values[index] ?? null) !== null;
  const present: number[] = [];
  for (let index = 0; index < values.length; index += 1) if (isThere(index)) present.push(index);
  if (present.length <= 30 || isIrregular) return present.length <= 60 ? present : [];
  return present.filter((index) => !isThere(index - 1) && !isThere(index + 1));
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
    const first = values.find((value) => value !== null) ?? null;
    const last = values.findLast((value) => value !== null) ?? null;
    if (first === null || last === null) return [];
    const count = values.reduce<number>((sum, value) => (value === null ? sum : sum + 1), 0);
    const path = `from ${withUnit(format(first), unit)} to ${withUnit(format(last), unit)}`;
    return [`${lines.length > 1 ? `${name} ` : ""}${path} in ${plural(count, "point")}`];
  });
  return times.length === 0 ? title : `${title}: ${parts.join("; ")}`;
}
