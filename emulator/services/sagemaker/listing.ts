import type { RecordStore } from "../../store/record-store.ts";
import { readPageToken, writePageToken } from "../page-token.ts";
import type { Resource } from "./resources.ts";

export type ListInput = {
  SortBy?: string;
  SortOrder?: "Ascending" | "Descending";
  NextToken?: string;
  MaxResults?: number;
  NameContains?: string;
  /** Epoch seconds. */
  CreationTimeBefore?: number;
  CreationTimeAfter?: number;
};

/** AWS's default for MaxResults. */
const DEFAULT_PAGE = 10;

/** Value that a resource is sorted by, for each SortBy that the operation knows. */
export type SortKeys<T> = Record<string, (resource: T) => string | number>;

/**
 * One page of a listing: filtered, sorted (newest first unless asked otherwise), cut at MaxResults. The token holds
 * the last row and not an offset, so that pages neither repeat nor skip when resources come and go between them.
 */
export function listPage<T extends Resource>(
  records: RecordStore,
  listing: string,
  resources: T[],
  input: ListInput,
  sortKeys: SortKeys<T>,
): { items: T[]; nextToken: string | undefined } {
  const { SortBy = "CreationTime", SortOrder = "Descending", MaxResults = DEFAULT_PAGE, NextToken } = input;
  const sortValue = sortKeys[SortBy] ?? ((resource: T) => resource.createdAt);
  const direction = SortOrder === "Ascending" ? 1 : -1;
  const signedListing = `${listing} ${SortBy} ${SortOrder}`;

  const order = (a: Position, b: Position): number =>
    direction * (compare(a.value, b.value) || compare(a.name, b.name));
  const positionOf = (resource: T): Position => ({ value: sortValue(resource), name: resource.name });

  const after = NextToken ? (readPageToken(records, signedListing, NextToken) as Position) : null;
  const left = resources
    .filter((resource) => matches(resource, input))
    .filter((resource) => after === null || order(positionOf(resource), after) > 0)
    .sort((a, b) => order(positionOf(a), positionOf(b)));
  const items = left.slice(0, MaxResults);
  const last = items.at(-1);
  const nextToken =
    last && left.length > items.length ? writePageToken(records, signedListing, positionOf(last)) : undefined;
  return { items, nextToken };
}

type Position = { value: string | number; name: string };

/** "After" includes the given moment and "before" does not, as the API reference words it. */
export function isWithin(at: number, after: number | undefined, before: number | undefined): boolean {
  return (after === undefined || at >= after * 1000) && (before === undefined || at < before * 1000);
}

function matches(resource: Resource, input: ListInput): boolean {
  const { NameContains, CreationTimeAfter, CreationTimeBefore } = input;
  if (NameContains && !resource.name.toLowerCase().includes(NameContains.toLowerCase())) return false;
  return isWithin(resource.createdAt, CreationTimeAfter, CreationTimeBefore);
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
