import type { TimeChart } from "./time-chart";

/** `at` is an instant, or the milliseconds since the line's own start. */
type Line = { name: string; points: readonly { at: string | number; value: number }[] };

/** Lines with points of their own moments as one chart over all of these; they are drawn from point to point. */
export function alignLines(lines: readonly Line[], unit = ""): TimeChart {
  const moments = lines.map(({ points }) => new Map(points.map(({ at, value }) => [secondsOf(at), value])));
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
        hue: hueAt(index),
        values,
        previous: null,
        summary: last === undefined ? null : { label: "latest", value: last ?? 0, previous: null },
      };
    }),
  };
}

/** The colour of the line at this place, also for whatever stands for it elsewhere on the page. */
export function hueAt(index: number): number {
  return (index % 8) + 1;
}

function secondsOf(at: string | number): number {
  return (typeof at === "number" ? at : Date.parse(at)) / 1_000;
}
