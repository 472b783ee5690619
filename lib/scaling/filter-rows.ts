import type { ReviewRow } from "./review-rows";
import type { REVIEW_SORTS, ReviewShow } from "./search-params";
import type { WarningKind } from "./warnings";

export type ReviewFilter = {
  search: string;
  dimension: string | null;
  show: readonly ReviewShow[];
  warning: WarningKind | null;
  sort: (typeof REVIEW_SORTS)[number];
  order: "asc" | "desc";
};

/** The rows that fit all filters, in the order asked for. */
export function filterRows(rows: readonly ReviewRow[], filter: ReviewFilter): ReviewRow[] {
  const needle = filter.search.toLowerCase();
  const found = rows.filter(
    (row) =>
      (needle === "" || nameOf(row).toLowerCase().includes(needle)) &&
      (filter.dimension === null || (row.target !== null && row.dimension === filter.dimension)) &&
      filter.show.every((show) => SHOWN[show](row)) &&
      (filter.warning === null || row.warnings.some(({ kind }) => kind === filter.warning)),
  );
  const sign = filter.order === "asc" ? 1 : -1;
  return found.toSorted(
    (a, b) => sign * (SORTS[filter.sort](a, b) || nameOf(a).localeCompare(nameOf(b))) || a.id.localeCompare(b.id),
  );
}

/** How many rows each warning is on. */
export function countWarnings(rows: readonly ReviewRow[]): Map<WarningKind, number> {
  const counts = new Map<WarningKind, number>();
  for (const { warnings } of rows) {
    for (const kind of new Set(warnings.map((each) => each.kind))) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** What a row is found and sorted by. */
export function nameOf({ endpoint, part }: Pick<ReviewRow, "endpoint" | "part">): string {
  return endpoint ? `${endpoint} ${part}` : part;
}

const SHOWN: Record<ReviewShow, (row: ReviewRow) => boolean> = {
  warnings: ({ warnings }) => warnings.length > 0,
  suspended: ({ suspended }) => suspended !== null,
  scheduled: ({ schedules }) => (schedules?.length ?? 0) > 0,
  unscaled: ({ kind }) => kind === "unscaled",
};

const SORTS: Record<ReviewFilter["sort"], (a: ReviewRow, b: ReviewRow) => number> = {
  name: () => 0,
  max: (a, b) => (a.target?.max ?? -1) - (b.target?.max ?? -1),
  warnings: (a, b) => a.warnings.length - b.warnings.length,
};
