import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { validation } from "../protocol/fault.ts";
import type { RecordStore } from "../store/record-store.ts";

/** Where the next page goes on. */
export type PagePosition = Record<string, string | number>;

const KIND = "page-token-secret";

/**
 * An opaque NextToken: position and listing, signed, so that a token that was made up, changed or taken from another
 * listing is refused instead of giving wrong pages.
 */
export function writePageToken(records: RecordStore, listing: string, position: PagePosition): string {
  const payload = Buffer.from(JSON.stringify(position)).toString("base64url");
  return `${payload}.${signature(records, listing, payload)}`;
}

export function readPageToken(records: RecordStore, listing: string, token: string): PagePosition {
  const [payload = "", given = ""] = token.split(".");
  const expected = Buffer.from(signature(records, listing, payload));
  const actual = Buffer.from(given);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) {
    throw validation("The NextToken is not valid for this request.");
  }
  return JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as PagePosition;
}

/** A page of a short list that keeps its order. */
export function offsetPage<T>(
  records: RecordStore,
  listing: string,
  all: T[],
  token: string | undefined,
  size: number,
): { items: T[]; nextToken: string | undefined } {
  const start = token ? Number(readPageToken(records, listing, token).offset) : 0;
  const end = start + size;
  const nextToken = end < all.length ? writePageToken(records, listing, { offset: end }) : undefined;
  return { items: all.slice(start, end), nextToken };
}

function signature(records: RecordStore, listing: string, payload: string): string {
  return createHmac("sha256", secret(records)).update(listing).update("\n").update(payload).digest("base64url");
}

/** Kept, so that a token outlives a restart. */
function secret(records: RecordStore): string {
  const kept = records.get<string>(KIND, "", "");
  if (kept) return kept;
  const made = randomBytes(32).toString("base64url");
  records.put(KIND, "", "", made);
  return made;
}
