const HUES = 8;

/** A chart colour for each label, in the order of their names, so that a label keeps its colour from run to run. */
export function labelColours(labels: readonly string[]): Map<string, string> {
  const names = [...new Set(labels)].sort();
  return new Map(names.map((label, index) => [label, `var(--chart-${(index % HUES) + 1})`]));
}
