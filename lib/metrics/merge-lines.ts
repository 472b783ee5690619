import type { FilledLine } from "./prepare-chart";

type Values = (number | null)[];

/** Lines of variants as one of their endpoint: counts add up, of anything else the highest says most. */
export function mergeByLabel(lines: readonly FilledLine[]): FilledLine[] {
  const groups = new Map<string, FilledLine[]>();
  for (const line of lines) groups.set(line.label, [...(groups.get(line.label) ?? []), line]);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const combine = first.stat === "Sum" || first.stat === "SampleCount" ? add : Math.max;
    const previous = group.flatMap((line) => (line.previous ? [line.previous] : []));
    return [
      {
        ...first,
        variant: null,
        queries: group.flatMap(({ queries }) => queries),
        values: merge(
          group.map(({ values }) => values),
          combine,
        ),
        previous: previous.length > 0 ? merge(previous, combine) : null,
      },
    ];
  });
}

/** A moment is a gap where none of them has a value. */
function merge(all: readonly Values[], combine: (a: number, b: number) => number): Values {
  return (all[0] ?? []).map((_, index) => {
    const present = all.flatMap((values) => values[index] ?? []);
    return present.length === 0 ? null : present.reduce((a, b) => combine(a, b));
  });
}

function add(a: number, b: number): number {
  return a + b;
}
