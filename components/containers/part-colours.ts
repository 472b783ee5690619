/** One hue per part of a tag, in order: under the text of the URI, and beside its explanation. */
export const PART_UNDERLINES = [
  "border-chart-1",
  "border-chart-2",
  "border-chart-3",
  "border-chart-4",
  "border-chart-5",
  "border-chart-6",
  "border-chart-7",
  "border-chart-8",
] as const;
