import type { TimeChart } from "./time-chart";

type Line = { name: string; points: readonly { at: string; value: number }[] };

/** Lines with points of their own moments as one chart over all of these; they are drawn from point to point. */
export function alignLines(lines: readonly Line[], unit = ""): TimeChart {
  const moments = lines.map(({ points }) => new Map(points.map(({ at, value }) => [Date.parse(at) / 1_000, value])));
  const times = [...new Set(moments.flatMap((line) => [...line.keys()]))].sort((a, b) => a - b);
  return {
    times,
    unit,
    isIrregular: true,
    lines: lines.map(({ name }, index) => {
      const values = times.map((at) => moments[index]?.get(at) ?? null);
      const last = values.findLast((value) => value !== null);
      return {
        name,
        hue: (index % 8) + 1,
        values,
        previous: null,
        summary: last === undefined ? null : { label: "latest", value: last ?? 0, previous: null },
      };
    }),
  };
}
